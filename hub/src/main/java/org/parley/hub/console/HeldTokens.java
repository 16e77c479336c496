package org.parley.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.HeldTexts;
import org.parley.kernel.harm.HeldText;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.util.HtmlUtils;

/// Reads on pages what stands in the place of held texts: the text itself once two people have
/// released it, for those who may see it at the moment that they look at; words that say that a
/// text is held back for all others.
@Component
class HeldTokens implements PageText {

    /// What a token begins with, as a page has it: most pages have none, which is seen at once.
    private static final byte[] BRACKET = "⟦".getBytes(UTF_8);

    private final HeldTexts texts;

    HeldTokens(HeldTexts texts) {
        this.texts = texts;
    }

    @Override
    public byte[] read(byte[] html, Words words) {
        if (!holds(html)) {
            return html;
        }
        var page = new String(html, UTF_8);
        var tokens =
                HeldText.TOKEN
                        .matcher(page)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        var released = released(tokens);
        var back = HtmlUtils.htmlEscape(words.say("held.token"), "UTF-8");
        return HeldText.TOKEN
                .matcher(page)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        released.getOrDefault(found.group(), back)))
                .getBytes(UTF_8);
    }

    private static boolean holds(byte[] html) {
        for (int i = 0; i + BRACKET.length <= html.length; i++) {
            if (html[i] == BRACKET[0] && html[i + 1] == BRACKET[1] && html[i + 2] == BRACKET[2]) {
                return true;
            }
        }
        return false;
    }

    private Map<String, String> released(Set<String> tokens) {
        return asked()
                .map(asked -> texts.released(asked.sight(), asked.cut(), tokens))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                one -> HtmlUtils.htmlEscape(one.getValue().text(), "UTF-8")));
    }

    /// Whoever asked for the page; nobody on a page that is of no operation.
    private static Optional<Asked> asked() {
        var request = RequestContextHolder.getRequestAttributes();
        return Optional.ofNullable(
                        request == null
                                ? null
                                : request.getAttribute(
                                        Asked.class.getName(), RequestAttributes.SCOPE_REQUEST))
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast);
    }
}
