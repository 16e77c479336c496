package org.parley.hub.console;

import java.util.List;
import java.util.Optional;
import org.parley.hub.access.SignedIn;
import org.parley.hub.console.Shell.Head;
import org.parley.kernel.id.OperationId;

/// Somebody at a page that belongs to no operation: the sign-in, the list of operations, an error.
///
/// @param operations those that are open to the account
/// @param address the page's own path and query, without `lang` and `theme`
/// @param token against forged forms
public record Visitor(
        Words words,
        Theme theme,
        Optional<SignedIn> who,
        List<Head> operations,
        Shell.Moment moment,
        String address,
        Shell.Token token,
        boolean oneKey) {

    public Shell shell(String title) {
        return new Shell(
                words,
                theme,
                title,
                Optional.empty(),
                Optional.empty(),
                operations,
                who.map(
                        one ->
                                new Shell.Viewer(
                                        words.post(one.account(), one.name()),
                                        one.organisation().value(),
                                        oneKey)),
                moment,
                address,
                token);
    }

    /// What an operation is called; its id where it is not open to the account.
    String operation(OperationId id) {
        return operations.stream()
                .filter(one -> one.id().equals(id.value()))
                .map(Head::name)
                .findFirst()
                .orElse(id.value());
    }

    public String say(String key, Object... facts) {
        return words.say(key, facts);
    }
}
