package org.parley.hub.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What surrounds every page: the bars, the navigation, the clock and the reader.
///
/// @param section the entry of the navigation that the page belongs to
/// @param address the page's own path and query, without `lang` and `theme`
/// @param token the form token against forged requests
public record Shell(
        Words words,
        Theme theme,
        String title,
        Optional<Section> section,
        Optional<Head> operation,
        List<Head> operations,
        Optional<Viewer> viewer,
        Moment moment,
        String address,
        Token token) {

    /// An operation by name.
    public record Head(String id, String name, boolean exercise, Optional<Long> day) {
        public String path() {
            return "/o/" + id;
        }
    }

    /// Who is signed in, as role and organisation, never as a person.
    public record Viewer(String role, String organisation) {}

    /// The clocks: what is shown as known at `knownAt` with `size` statements, and what time it is.
    ///
    /// @param live whether the page shows the latest and follows the log
    public record Moment(Instant knownAt, Instant now, long size, boolean live) {}

    /// The hidden field that every form carries.
    public record Token(String field, String value) {}

    public boolean exercise() {
        return operation.map(Head::exercise).orElse(false);
    }

    public boolean replay() {
        return !moment.live();
    }

    /// The path of a page of this operation.
    public String at(String path) {
        return operation.map(Head::path).orElse("") + path;
    }

    /// The same path, keeping the past moment that the reader is looking at.
    public String keeping(String path) {
        var link = at(path);
        if (moment.live()) {
            return link;
        }
        return link + (link.contains("?") ? "&" : "?") + "asOf=" + moment.knownAt();
    }

    /// This page with another setting, for the switches of language and theme.
    public String with(String setting, String value) {
        return address + (address.contains("?") ? "&" : "?") + setting + "=" + value;
    }

    public String say(String key, Object... facts) {
        return words.say(key, facts);
    }
}
