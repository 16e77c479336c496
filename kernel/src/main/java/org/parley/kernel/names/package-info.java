/// Names of parties, places and things, per language and per party.
package org.parley.kernel.names;
