package org.parley.hub.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A form for one act. Works with script off, keeps what was typed, lists its problems on top, and
/// carries the id of the statement that it will become, so that sending it twice stores it once.
///
/// @param statement the id made with the form
/// @param problems what was wrong with the last attempt
/// @param grows whether more groups can be asked for
/// @param submit the button's wording; empty where there is nothing more to send
/// @param release the step before it is sent; forms that say nothing to others have none
public record FormPage(
        Shell shell,
        String title,
        String intro,
        String action,
        String statement,
        List<Problem> problems,
        List<Field> fields,
        List<Group> groups,
        boolean grows,
        String submit,
        Link back,
        Optional<Release> release,
        Optional<Done> done)
        implements Page {

    /// To whom it goes, and what one of them will see of it.
    ///
    /// @param addressed the field that says to whom
    /// @param as the field that says as whom to see it
    /// @param seen the statement as the chosen organisation will see it, and what it changes for
    ///     members, once that was asked
    /// @param signs whether its author can sign it with a passkey
    public record Release(
            Optional<Field> addressed,
            Optional<Field> as,
            List<ListPage.Part> seen,
            boolean signs) {}

    /// A problem, with the field that it belongs to where there is one.
    public record Problem(Optional<String> field, String text) {}

    /// @param kind `text`, `number`, `date`, `time`, `datetime-local`, `select` or `area`
    public record Field(
            String name,
            String label,
            String hint,
            String kind,
            String value,
            boolean required,
            boolean wide,
            List<ListPage.Option> options) {

        /// The id in the page.
        public String id() {
            return "f-" + name.replaceAll("[^A-Za-z0-9]", "-");
        }
    }

    /// Fields that repeat, such as the lines of a consignment.
    public record Group(String legend, List<Field> fields) {}

    /// The act is in the journal.
    public record Done(String text, String detail, Link see, Link receipt) {}

    /// The id of the statement that a form will become.
    static String newStatement() {
        return UUID.randomUUID().toString();
    }

    public Optional<String> problemWith(Field field) {
        return problems.stream()
                .filter(p -> p.field().filter(field.name()::equals).isPresent())
                .map(Problem::text)
                .findFirst();
    }
}
