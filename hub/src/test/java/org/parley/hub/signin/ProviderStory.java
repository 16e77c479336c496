package org.parley.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// Two organisations sign in by providers of their own. Each opens accounts of its own people and
/// of nobody else's, and what does not hold signs nobody in.
class ProviderStory {

    private static final TestProvider NORTH = new TestProvider();
    private static final TestProvider SOUTH = new TestProvider();
    private static final HubUnderTest HUB =
            HubUnderTest.start(
                    "parley.signin.tries=100000",
                    "parley.signin.providers[0].id=north",
                    "parley.signin.providers[0].issuer=" + NORTH.issuer(),
                    "parley.signin.providers[0].client-id=parley",
                    "parley.signin.providers[0].organisation=north-aid",
                    "parley.signin.providers[0].name=North Aid",
                    "parley.signin.providers[1].id=south",
                    "parley.signin.providers[1].issuer=" + SOUTH.issuer(),
                    "parley.signin.providers[1].client-id=parley",
                    "parley.signin.providers[1].client-secret=invented",
                    "parley.signin.providers[1].organisation=south-relief",
                    "parley.signin.providers[1].name=South Relief");

    private final String subject = UUID.randomUUID().toString();

    @AfterEach
    void honest() {
        NORTH.otherwise = UnaryOperator.identity();
        NORTH.signsWith = NORTH.key;
    }

    @AfterAll
    static void stop() {
        HUB.close();
        NORTH.close();
        SOUTH.close();
    }

    /// A browser on its way: what the hub asks the provider for, and what the browser keeps.
    private record Way(String id, Map<String, String> asked, String cookie) {}

    private static Way begin(String id, String invitation) {
        return begin(id, HUB.stranger(), "?invitation=" + invitation);
    }

    private static Way begin(String id, HubClient who, String asking) {
        var answer = who.get("/sign-in/provider/" + id + asking);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        var cookie = answer.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        return new Way(
                id,
                TestProvider.query(URI.create(answer.header("Location")).getRawQuery()),
                cookie.replaceAll(";.*", ""));
    }

    private static HubClient.Answer back(Way way, String code) {
        return back(way, code, way.cookie());
    }

    private static HubClient.Answer back(Way way, String code, String cookie) {
        return back(way, code, HUB.stranger(), cookie);
    }

    private static HubClient.Answer back(Way way, String code, HubClient who, String cookie) {
        var path =
                "/sign-in/provider/%s/back?code=%s&state=%s"
                        .formatted(
                                way.id(),
                                code,
                                URLEncoder.encode(
                                        way.asked().get("state"), StandardCharsets.UTF_8));
        return who.get(path, "Cookie", cookie);
    }

    private static String invitation(String organisation) {
        var enrolments = HUB.bean(Enrolments.class);
        var made =
                enrolments.make(
                        Enrolment.Purpose.INVITATION,
                        organisation,
                        enrolments.newId(organisation),
                        "Desk",
                        Duties.NONE,
                        List.of(
                                new Account.Part(
                                        new OperationId(HubUnderTest.OPERATION),
                                        Role.OBSERVER,
                                        FieldClass.COARSE)),
                        "officer",
                        Duration.ofHours(1),
                        false);
        return made.address().replaceAll(".*/enrol/", "");
    }

    private HubClient.Answer join(TestProvider provider, String id, String organisation) {
        var way = begin(id, invitation(organisation));
        return back(way, provider.signsIn(subject, way.asked()));
    }

    private HubClient.Answer signIn(TestProvider provider, String id) {
        var way = begin(id, "");
        return back(way, provider.signsIn(subject, way.asked()));
    }

    private static HubClient in(HubClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        var token =
                answer.response().headers().allValues("Set-Cookie").stream()
                        .filter(one -> one.startsWith(SignIns.COOKIE + "="))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll("^[^=]+=|;.*", "");
        return new HubClient(HUB.address(), token);
    }

    private static void isOut(HubClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .noneMatch(one -> one.startsWith(SignIns.COOKIE + "="));
    }

    @Test
    void anInvitationIsTakenUpAndTheSamePersonComesBack() {
        isOut(signIn(NORTH, "north"));
        var first = in(join(NORTH, "north", "north-aid")).get("/api/v1/me").json();
        var again = in(signIn(NORTH, "north")).get("/api/v1/me").json();
        assertThat(again.get("account")).isEqualTo(first.get("account"));
        assertThat(again.get("organisation").asString()).isEqualTo("north-aid");

        HUB.bean(Accounts.class).disable(first.get("account").asString());
        isOut(signIn(NORTH, "north"));
    }

    @Test
    void theSameNameAtAnotherProviderIsAnotherPerson() {
        in(join(NORTH, "north", "north-aid"));
        isOut(signIn(SOUTH, "south"));
        isOut(join(NORTH, "north", "south-relief"));
        isOut(join(NORTH, "north", "north-aid"));
        assertThat(in(join(SOUTH, "south", "south-relief")).get("/api/v1/me").text())
                .contains("south-relief");
    }

    @Test
    void whatComesBackIsWorthNothingInAnotherBrowserOrTwice() {
        in(join(NORTH, "north", "north-aid"));
        var way = begin("north", "");
        isOut(back(way, NORTH.signsIn(subject, way.asked()), "a=b"));
        isOut(back(way, NORTH.signsIn(subject, way.asked()), begin("north", "").cookie()));
        in(back(way, NORTH.signsIn(subject, way.asked())));
        isOut(back(way, NORTH.signsIn(subject, way.asked())));
        var toSouth = begin("south", "");
        isOut(back(new Way("north", toSouth.asked(), toSouth.cookie()), "code"));
    }

    @Test
    void aTokenThatDoesNotHoldSignsNobodyIn() throws JOSEException {
        in(join(NORTH, "north", "north-aid"));
        var now = Instant.now();
        for (UnaryOperator<JWTClaimsSet.Builder> wrong :
                List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                        claims -> claims.issuer(SOUTH.issuer()),
                        claims -> claims.audience("another"),
                        claims -> claims.audience(List.of("parley", "another")),
                        claims -> claims.claim("azp", "another"),
                        claims -> claims.claim("nonce", "another"),
                        claims -> claims.claim("nonce", null),
                        claims -> claims.expirationTime(Date.from(now.minusSeconds(120))),
                        claims -> claims.expirationTime(null),
                        claims -> claims.issueTime(Date.from(now.plusSeconds(600))),
                        claims -> claims.issueTime(Date.from(now.minusSeconds(3600))),
                        claims -> claims.subject(null))) {
            NORTH.otherwise = wrong;
            isOut(signIn(NORTH, "north"));
        }
        honest();
        NORTH.signsWith = new ECKeyGenerator(Curve.P_256).generate();
        isOut(signIn(NORTH, "north"));
        honest();
        in(signIn(NORTH, "north"));
    }

    @Test
    void theSignInPageOffersThemAndAnUnknownOneIsRefused() {
        var here = URI.create(HUB.bean(HubOrigin.class).text());
        var page = new HubClient(here, null).get("/sign-in").text();
        assertThat(page).contains("/sign-in/provider/north", "South Relief");
        isOut(HUB.stranger().get("/sign-in/provider/nobody"));
    }

    /// Somebody of North Aid with a passkey, who has proved a moment ago that it is they.
    private record Person(String account, SignedIn who, HubClient browser) {

        static Person of(String organisation) {
            var account = TestPasskey.person(HUB, organisation);
            new TestPasskey(HUB).enrol(account);
            var browser = TestPasskey.signedIn(HUB, account);
            var session = HUB.bean(SignIns.class).sessions(account).getFirst();
            var who =
                    new SignedIn(
                            account, new PartnerId(organisation), account, Duties.NONE, session);
            return new Person(account, who, browser);
        }

        Way setOut(String provider) {
            var ticket = HUB.bean(ProviderLinks.class).ticket(who, provider);
            return begin(provider, browser, "?link=" + ticket);
        }

        HubClient.Answer link(String subject) {
            var way = setOut("north");
            return back(way, NORTH.signsIn(subject, way.asked()), browser, way.cookie());
        }

        boolean isLinked() {
            return HUB.bean(ProviderLinks.class).of(account).isPresent();
        }
    }

    @Test
    void anAccountIsLinkedAndUnlinkedByWhoGoesTheProvidersWay() {
        var person = Person.of("north-aid");
        assertThat(person.link(subject).header("Location")).isEqualTo("/me");
        assertThat(in(signIn(NORTH, "north")).get("/api/v1/me").json().get("account").asString())
                .isEqualTo(person.account());
        var byProvider = in(signIn(NORTH, "north"));
        HUB.bean(ProviderLinks.class).unlink(person.who(), "192.0.2.1");
        assertThat(person.isLinked()).isFalse();
        assertThat(byProvider.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(person.browser().get("/api/v1/me").status()).isEqualTo(200);
        isOut(signIn(NORTH, "north"));

        person.link(subject);
        HUB.bean(Accounts.class).disable(person.account());
        isOut(signIn(NORTH, "north"));
    }

    @Test
    void nobodyTakesOverAnothersSubjectOrLinksASecondOne() {
        var first = Person.of("north-aid");
        first.link(subject);
        var second = Person.of("north-aid");
        isOut(second.link(subject));
        assertThat(second.isLinked()).isFalse();
        assertThat(in(signIn(NORTH, "north")).get("/api/v1/me").json().get("account").asString())
                .isEqualTo(first.account());

        assertThatThrownBy(() -> first.setOut("north")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> second.setOut("south")).isInstanceOf(Refused.class);
        var way = second.setOut("north");
        second.link(UUID.randomUUID().toString());
        isOut(
                back(
                        way,
                        NORTH.signsIn(UUID.randomUUID().toString(), way.asked()),
                        second.browser(),
                        way.cookie()));
    }

    @Test
    void theWayIsOfTheSessionThatAskedForIt() {
        var person = Person.of("north-aid");
        var other = Person.of("north-aid");
        var ticket = HUB.bean(ProviderLinks.class).ticket(person.who(), "north");
        var path = "/sign-in/provider/north?link=";
        isOut(other.browser().get(path + ticket));
        isOut(HUB.stranger().get(path + ticket));
        isOut(person.browser().get(path + ticket.substring(1)));
        isOut(person.browser().get("/sign-in/provider/south?link=" + ticket));

        var way = person.setOut("north");
        var code = NORTH.signsIn(subject, way.asked());
        isOut(back(way, code, other.browser(), way.cookie()));
        isOut(back(way, code, HUB.stranger(), way.cookie()));
        isOut(back(way, code, HUB.stranger(), way.cookie().replace("~", "")));
        assertThat(person.isLinked()).isFalse();
        assertThat(other.isLinked()).isFalse();
    }

    @Test
    void whoHasNoPasskeyKeepsTheOnlyWayIn() {
        var account =
                in(join(NORTH, "north", "north-aid"))
                        .get("/api/v1/me")
                        .json()
                        .get("account")
                        .asString();
        var session = HUB.bean(SignIns.class).sessions(account).getFirst();
        var who = new SignedIn(account, new PartnerId("north-aid"), account, Duties.NONE, session);
        assertThatThrownBy(() -> HUB.bean(ProviderLinks.class).unlink(who, "192.0.2.1"))
                .isInstanceOf(Refused.class);
        in(signIn(NORTH, "north"));
    }
}
