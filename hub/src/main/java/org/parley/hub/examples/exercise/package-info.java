/// The example operation that is invented: a world, a script that follows from a seed, and a clock
/// that moves while the script is played.
@NullMarked
package org.parley.hub.examples.exercise;

import org.jspecify.annotations.NullMarked;
