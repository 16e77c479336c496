package org.parley.hub.console;

import java.util.List;
import java.util.Map;

/// A form as it lies open on a page.
///
/// @param path of the page below the operation
/// @param back the path that it leads back to
/// @param given parts of the statement that nobody types, since the path says them
/// @param lines that its line fields are asked for
/// @param grows whether more lines can be asked for
record OpenForm(
        SayForm form,
        String path,
        String back,
        Map<String, String> given,
        List<SayLine> lines,
        boolean grows) {

    static OpenForm plain(SayForm form, String path) {
        return new OpenForm(form, path, form.section().path(), Map.of(), List.of(), false);
    }
}
