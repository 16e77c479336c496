package org.parley.hub.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Puts [AnswerHeaders] on every answer, in front of all else in the server, so that they stand on
/// what no filter of the application ever sees: requests that cannot be read.
final class HeadersValve extends ValveBase {

    private static final Map<String, String> PLAIN = AnswerHeaders.of(false);
    private static final Map<String, String> ENCRYPTED = AnswerHeaders.of(true);

    private final boolean encrypted;

    /// @param encrypted whether browsers reach the hub by encrypted lines, which end at a proxy
    HeadersValve(boolean encrypted) {
        super(true);
        this.encrypted = encrypted;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        (encrypted || request.isSecure() ? ENCRYPTED : PLAIN).forEach(response::setHeader);
        getNext().invoke(request, response);
    }
}
