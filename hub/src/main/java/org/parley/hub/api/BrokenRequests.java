package org.parley.hub.api;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.parley.hub.access.AnswerHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// Answers for what never reached the application, since it was no request: as a problem like any
/// other, and without a word of what server reads them.
final class BrokenRequests extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenRequests.class);

    private final Problems problems;

    BrokenRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int code = response.getStatus();
        if (code < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        AnswerHeaders.of(request.isSecure()).forEach(response::setHeader); // where they were reset
        try {
            problems.write(problem(code), request, response);
            response.finishResponse();
        } catch (IOException gone) {
            LOG.atTrace().setCause(gone).log("A reader went away");
        }
    }

    /// What the server does not speak, another version or coding, is no fault of the hub's.
    private static Problem problem(int code) {
        var status = HttpStatus.resolve(code);
        if (status == null) {
            return Diagnosis.byStatus(HttpStatus.BAD_REQUEST);
        }
        return status.is5xxServerError() && status != HttpStatus.INTERNAL_SERVER_ERROR
                ? Problem.of(status, "api.http-400")
                : Diagnosis.byStatus(status);
    }
}
