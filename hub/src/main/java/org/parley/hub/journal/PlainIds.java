package org.parley.hub.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/// Ids in JSON as their plain text, `"north-aid"` and not `{"value": "north-aid"}`: every record of
/// ours whose one component is called `value`. Said in one place, since the kernel knows no
// Jackson.
@Component
public final class PlainIds extends SimpleModule {

    private static final class Introspector extends NopAnnotationIntrospector {

        @Override
        public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated member) {
            return member instanceof AnnotatedMethod method
                            && method.getName().equals("value")
                            && method.getParameterCount() == 0
                            && isPlain(method.getDeclaringClass())
                    ? Boolean.TRUE
                    : null;
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(
                MapperConfig<?> config, Annotated member) {
            return member instanceof AnnotatedConstructor constructor
                            && isPlain(constructor.getDeclaringClass())
                    ? JsonCreator.Mode.DELEGATING
                    : null;
        }
    }

    public PlainIds() {
        super("plain-ids");
    }

    /// Whether values of the type stand in JSON as their one component.
    public static boolean isPlain(Class<?> type) {
        return type.isRecord()
                && type.getName().startsWith("org.parley.")
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Introspector());
    }
}
