package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubUnderTest.NORTH;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.hub.HubClient.Answer;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.AnswerHeaders;

/// What another site's page makes a browser send, and what cookies and answers say where browsers
/// come over encrypted lines.
class FromElsewhereTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    private Answer formFrom(String path, String... headers) {
        var client = hub.stranger();
        var page = client.get("/sign-in", "Cookie", session());
        var token =
                page.response().headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                        .map(cookie -> cookie.substring(11, cookie.indexOf(';')))
                        .findFirst()
                        .orElse("");
        var all =
                Stream.concat(
                        Stream.of(
                                "Cookie",
                                session() + "; XSRF-TOKEN=" + token,
                                "X-XSRF-TOKEN",
                                token,
                                "Content-Type",
                                path.startsWith("/api/")
                                        ? "application/json"
                                        : "application/x-www-form-urlencoded"),
                        Arrays.stream(headers));
        return client.send(
                client.to(path)
                        .headers(all.toArray(String[]::new))
                        .POST(BodyPublishers.ofString("{}")));
    }

    private String session() {
        return "parley_session=" + hub.as(NORTH).token();
    }

    private String here() {
        return "http://127.0.0.1:" + hub.address().getPort();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Sec-Fetch-Site,anything",
        "Origin,https://elsewhere.example",
        "Origin,null",
        "Origin,http://127.0.0.1"
    })
    void anotherSitesPageIsRefusedEvenWithTheToken(String header, String value) {
        for (var path : List.of("/sign-out", "/api/v1/operations/exercise/statements")) {
            assertThat(formFrom(path, header, value).status()).as(path).isEqualTo(403);
        }
        var told = formFrom("/api/v1/operations/exercise/statements", header, value);
        assertThat(told.json().required("code").asString()).isEqualTo("access.from-elsewhere");
    }

    @Test
    void ourOwnPagesAreTaken() {
        var statements = "/api/v1/operations/exercise/statements";
        assertThat(formFrom(statements).status()).isEqualTo(400); // read, and found wanting
        assertThat(formFrom(statements, "Sec-Fetch-Site", "same-origin", "Origin", here()).status())
                .isEqualTo(400);
        assertThat(formFrom("/sign-out", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(303);
    }

    @Test
    void aProgramWithItsOwnTokenIsNotAsked() {
        var answer =
                hub.as(NORTH)
                        .post(
                                "/api/v1/operations/exercise/statements",
                                "{}",
                                "Origin",
                                "https://elsewhere.example");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void overEncryptedLinesBrowsersAreToldToComeByNoOther() {
        try (var secure = HubUnderTest.start("parley.signin.origin=https://hub.example")) {
            for (var path : List.of("/sign-in", "/api/v1/nothing", "/assets/0/hub.css")) {
                assertThat(secure.stranger().get(path).header(AnswerHeaders.TRANSPORT))
                        .as(path)
                        .startsWith("max-age=63072000");
            }
            var client = secure.stranger();
            var page = client.get("/sign-in");
            var cookies = new ArrayList<>(page.response().headers().allValues("Set-Cookie"));
            var token = cookies.getFirst().replaceFirst("XSRF-TOKEN=([^;]*).*", "$1");
            var in =
                    client.send(
                            client.to("/sign-in")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Cookie", "XSRF-TOKEN=" + token)
                                    .header("X-XSRF-TOKEN", token)
                                    .header("Origin", "https://hub.example")
                                    .POST(BodyPublishers.ofString("account=" + NORTH)));
            cookies.addAll(in.response().headers().allValues("Set-Cookie"));
            cookies.addAll(
                    client.get("/sign-in?lang=fr&theme=dark")
                            .response()
                            .headers()
                            .allValues("Set-Cookie"));
            assertThat(cookies)
                    .anyMatch(cookie -> cookie.startsWith("parley_session="))
                    .anyMatch(cookie -> cookie.startsWith("parley_lang="))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(
                            cookie ->
                                    assertThat(cookie)
                                            .contains("; Secure")
                                            .contains("; HttpOnly")
                                            .contains("SameSite=Lax")
                                            .contains("Path=/"));
        }
    }
}
