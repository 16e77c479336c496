package org.parley.hub.journal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.parley.kernel.audience.FieldClass;

/// The field class of one component of a [Body].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Classed {

    FieldClass value();

    /// On a list: each item becomes a field of its own, named `component/0`, `component/1` and so
    /// on, so that one row of a thousand can be shown and proved without the others.
    boolean each() default false;
}
