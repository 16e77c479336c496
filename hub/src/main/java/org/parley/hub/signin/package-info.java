/// How people prove who they are: passkeys, links to enrol, recovery, and what officers and
/// operators do for the accounts of others. Sessions and accounts themselves are kept in `access`.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "access", "store", "outgoing", "api", "cli"})
package org.parley.hub.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
