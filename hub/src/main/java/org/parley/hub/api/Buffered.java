package org.parley.hub.api;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An answer that is held back until it is whole, when it is JSON or a receipt; tables and event
/// streams, which may be long, pass through as they are written.
final class Buffered extends HttpServletResponseWrapper {

    private static final class Held extends ServletOutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int single) {
            bytes.write(single);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("What is held back is written at once");
        }
    }

    private @Nullable Held held;
    private @Nullable PrintWriter writer;
    private boolean passes;

    Buffered(HttpServletResponse response) {
        super(response);
    }

    /// Whether there is nothing left to send on.
    boolean passes() {
        return passes;
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return held == null ? new byte[0] : held.bytes.toByteArray();
    }

    private boolean holds() {
        var type = getContentType();
        return type != null && (type.contains("json") || type.startsWith("text/plain"));
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (held == null && !holds()) {
            passes = true;
            return super.getOutputStream();
        }
        if (held == null) {
            held = new Held();
        }
        return held;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer =
                    new PrintWriter(
                            new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void sendError(int status) throws IOException {
        passes = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        passes = true;
        super.sendError(status, message);
    }

    @Override
    public void flushBuffer() throws IOException {
        if (held == null && passes) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        held = null;
        writer = null;
        super.resetBuffer();
    }

    @Override
    public void setContentLength(int length) {
        if (!holds()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!holds()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase("Content-Length") || !holds()) {
            super.setHeader(name, value);
        }
    }
}
