package org.parley.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    ///
    /// @param oneKey whether one loss would lock them out
    public record Viewer(String role, String organisation, boolean oneKey) {

        public Viewer(String role, String organisation) {
            this(role, organisation, false);
        }
    }

    /// The clocks: what is shown as known at `knownAt` with `size` statements, and what time it is.
    ///
    /// @param asOf the past moment as links carry it; empty when the page shows the present
    public record Moment(Instant knownAt, Instant now, long size, String asOf) {

        /// Whether the page shows the latest and follows the log.
        public boolean live() {
            return asOf.isEmpty();
        }

        /// The address, with the past moment where there is one.
        public String keptIn(String address) {
            return live()
                    ? address
                    : address + (address.contains("?") ? "&" : "?") + "asOf=" + asOf;
        }
    }

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
        return moment.keptIn(at(path));
    }

    /// The page's own path, for forms that look at it otherwise.
    public String path() {
        return address.replaceAll("\\?.*", "");
    }

    /// What the address asks for, without the moment and the page of a list, so that a form which
    /// changes the moment keeps the rest.
    public Map<String, String> asks() {
        var asks = new LinkedHashMap<String, String>();
        for (var part :
                address.substring(path().length()).replaceFirst("^\\?", "").split("&", -1)) {
            int at = part.indexOf('=');
            if (at > 0 && !part.matches("(asOf|after)=.*")) {
                asks.put(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), UTF_8));
            }
        }
        return asks;
    }

    /// This page with another setting, for the switches of language and theme.
    public String with(String setting, String value) {
        return address + (address.contains("?") ? "&" : "?") + setting + "=" + value;
    }

    public String say(String key, Object... facts) {
        return words.say(key, facts);
    }
}
