package org.parley.hub.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/// Writes [Page]s as HTML with the templates that the build compiled: the whole adapter between
/// Spring and JTE. A controller returns a page, and this is what answers.
@Component
class Templates extends AbstractHttpMessageConverter<Page> {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    private final PageText text;

    Templates(PageText text) {
        super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
        this.text = text;
        engine.setBinaryStaticContent(true);
    }

    byte[] draw(Page page) {
        var output = new Utf8ByteOutput();
        engine.render(page.template(), page, output);
        return text.read(output.toByteArray(), page.shell().words());
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Page readInternal(Class<? extends Page> type, HttpInputMessage input) {
        throw new UnsupportedOperationException("pages are written, never read");
    }

    @Override
    protected void writeInternal(Page page, HttpOutputMessage output) throws IOException {
        var html = draw(page);
        output.getHeaders().setContentType(new MediaType("text", "html", StandardCharsets.UTF_8));
        output.getHeaders().setContentLength(html.length);
        output.getHeaders()
                .setContentLanguage(
                        java.util.Locale.forLanguageTag(page.shell().words().language().tag()));
        output.getHeaders().put("Vary", List.of("Accept-Language, Cookie"));
        output.getBody().write(html);
    }
}
