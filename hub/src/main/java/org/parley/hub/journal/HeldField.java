package org.parley.hub.journal;

import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.harm.HeldText;

/// One text of a statement that is held back.
///
/// @param field the field that it stands in
/// @param sign the stable code of what it looks like
record HeldField(String field, FieldClass fieldClass, String sign, HeldText held) {}
