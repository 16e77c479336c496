/// Who may see what: field classes, audiences, sensitivity, and the one function that decides.
package org.parley.kernel.audience;
