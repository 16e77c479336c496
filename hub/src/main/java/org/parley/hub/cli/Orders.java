package org.parley.hub.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what was typed. Whatever is wrong with it is told before anything starts.
final class Orders {

    private Orders() {}

    /// @throws Ended when it is no order
    static Order read(List<String> typed) {
        if (typed.isEmpty()) {
            throw wrong(Sentences.noCommand(Syntax.words()));
        }
        var word = typed.getFirst();
        var syntax =
                Syntax.of(word)
                        .orElseThrow(() -> wrong(Sentences.noSuchCommand(word, Syntax.words())));
        var flags = new LinkedHashMap<String, String>();
        var values = new ArrayList<String>();
        for (int at = 1; at < typed.size(); at++) {
            var next = typed.get(at);
            if (next.equals("--")) {
                values.addAll(typed.subList(at + 1, typed.size()));
                break;
            }
            if (next.startsWith("-") && !next.equals("-")) {
                at = readFlag(syntax, typed, at, flags);
            } else {
                values.add(next);
            }
        }
        check(syntax, flags, values);
        return new Order(word, flags, values);
    }

    private static int readFlag(
            Syntax syntax, List<String> typed, int at, Map<String, String> flags) {
        var text = typed.get(at);
        int equals = text.indexOf('=');
        var name = text.substring(0, equals < 0 ? text.length() : equals).replaceFirst("^--?", "");
        var flag =
                Optional.of(name)
                        .filter(_ -> text.startsWith("--"))
                        .flatMap(syntax::flag)
                        .orElseThrow(() -> unknown(syntax, text));
        int last = at;
        String value = "true";
        if (flag.value() == null) {
            if (equals >= 0) {
                throw wrong(Sentences.takesNoValue(name));
            }
        } else if (equals >= 0) {
            value = text.substring(equals + 1);
        } else if (at + 1 < typed.size() && !typed.get(at + 1).startsWith("--")) {
            last = at + 1;
            value = typed.get(last);
        } else {
            throw wrong(Sentences.needsValue(name, flag.value()));
        }
        if (flags.put(name, value) != null) {
            throw wrong(Sentences.twice(name));
        }
        return last;
    }

    private static Ended unknown(Syntax syntax, String text) {
        var known = syntax.flags().stream().map(flag -> "--" + flag.name()).toList();
        return wrong(Sentences.noSuchFlag(syntax.word(), text.replaceFirst("=.*", ""), known));
    }

    private static void check(Syntax syntax, Map<String, String> flags, List<String> values) {
        if (values.size() < syntax.files()) {
            throw wrong(Sentences.needsFile(syntax.word()));
        }
        if (values.size() > syntax.files()) {
            throw wrong(Sentences.tooMuch(syntax.word(), values.get(syntax.files())));
        }
        if (flags.containsKey("port") && !isPort(flags.getOrDefault("port", ""))) {
            throw wrong(Sentences.noPort(flags.getOrDefault("port", "")));
        }
        if (flags.containsKey("whole") && flags.containsKey("part")) {
            throw wrong(Sentences.wholeOrPart());
        }
        if (syntax == Syntax.IMPORT && !flags.containsKey("as")) {
            throw wrong(Sentences.noMapping());
        }
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535;
    }

    private static Ended wrong(String sentence) {
        return new Ended(Exit.WRONG_USAGE, sentence);
    }
}
