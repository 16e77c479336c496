@NullMarked
package org.parley.hub.signin;

import org.jspecify.annotations.NullMarked;
