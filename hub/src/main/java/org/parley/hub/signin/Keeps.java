package org.parley.hub.signin;

import java.util.Set;

/// Whoever keeps keys or links that may wait for a second person.
public interface Keeps {

    /// What is kept here.
    Set<Awaited.What> kept();

    /// It is good from here on. Part of the transaction that it belongs to.
    void takesEffect(String target);

    /// It will never be good.
    void struck(String target);
}
