package org.parley.hub.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// How a program is told that it is not let in, in its own language. Implemented above this module,
/// where wording and the form of problems are known.
public interface Refusing {

    /// Writes the whole answer.
    ///
    /// @param code of the refusal, such as `access.sign-in-first`
    void refuse(int status, String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException;
}
