import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/// A machine of an organisation: makes its key, and calls the hub with it. Nothing but a JDK (25):
///
///     java Machine.java key   HUB KEYFILE                    prints what an officer enrols
///     java Machine.java call  HUB KEYFILE MACHINE GET PATH
///     java Machine.java call  HUB KEYFILE MACHINE POST PATH JSON
///     java Machine.java acknowledge HUB KEYFILE OPERATION ORIGINATOR STATEMENT
///
/// HUB is the hub's own address, such as https://hub.example, without a slash at the end; MACHINE
/// is the id that the officer sees once the key is enrolled.
class Machine {

    static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    final String hub;
    final PrivateKey key;
    final String jwk;

    Machine(String hub, Path file) throws Exception {
        var lines = Files.readAllLines(file);
        this.hub = hub;
        this.key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))));
        // members in this order, so that these bytes are what the thumbprint is made of (RFC 7638)
        this.jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + lines.get(1) + "\"}";
    }

    public static void main(String[] words) throws Exception {
        if (words[0].equals("key")) {
            make(Path.of(words[2]));
            System.out.println(new Machine(words[1], Path.of(words[2])).enrolment());
            return;
        }
        var machine = new Machine(words[1], Path.of(words[2]));
        if (words[0].equals("acknowledge")) {
            System.out.println(machine.acknowledgement(words[3], words[4], words[5]));
            return;
        }
        var token = machine.token(words[3]);
        var body = words.length > 6 ? words[6] : "";
        System.out.println(machine.call(token, words[4], words[5], body));
    }

    /// Says of a statement that it was received, for a desk to record: signed, and sent by any way.
    String acknowledgement(String operation, String originator, String record) throws Exception {
        return jwt(
                "{\"typ\":\"parley-acknowledgement+jwt\",\"alg\":\"EdDSA\",\"kid\":\"%s\"}"
                        .formatted(BASE64.encodeToString(sha256(jwk))),
                "{\"aud\":\"%s\",\"operation\":\"%s\",\"originator\":\"%s\",\"record\":\"%s\",\"iat\":%d}"
                        .formatted(hub, operation, originator, record, now()));
    }

    /// The private key and the public one, each on a line, for nobody else to read.
    static void make(Path file) throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n"
                        + BASE64.encodeToString(
                                Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                        + "\n");
    }

    /// The public key, signed by itself for this hub.
    String enrolment() throws Exception {
        return jwt(
                "{\"typ\":\"parley-key+jwt\",\"alg\":\"EdDSA\",\"jwk\":" + jwk + "}",
                "{\"aud\":\"%s\",\"iat\":%d}".formatted(hub, now()));
    }

    /// A token for ten minutes (RFC 7523). The proof that goes with it binds it to this key.
    String token(String machine) throws Exception {
        var kid = BASE64.encodeToString(sha256(jwk));
        var assertion =
                jwt(
                        "{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}",
                        "{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
                                .formatted(machine, hub, UUID.randomUUID(), now(), now() + 60));
        var answer =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create(hub + "/api/v1/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("DPoP", proof("POST", "/api/v1/token", ""))
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials&client_assertion_type="
                                                        + "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                                                        + "&client_assertion="
                                                        + assertion))
                                .build(),
                        BodyHandlers.ofString());
        var token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer.body());
        if (!token.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return token.group(1);
    }

    /// One request, with a proof of its own (RFC 9449).
    String call(String token, String method, String path, String json) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(hub + path))
                        .header("Authorization", "DPoP " + token)
                        .header("DPoP", proof(method, path.replaceAll("\\?.*", ""), token));
        if (json.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json));
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    String proof(String method, String path, String token) throws Exception {
        var ath = token.isEmpty() ? "" : ",\"ath\":\"" + BASE64.encodeToString(sha256(token)) + "\"";
        return jwt(
                "{\"typ\":\"dpop+jwt\",\"alg\":\"EdDSA\",\"jwk\":" + jwk + "}",
                "{\"jti\":\"%s\",\"htm\":\"%s\",\"htu\":\"%s\",\"iat\":%d%s}"
                        .formatted(UUID.randomUUID(), method, hub + path, now(), ath));
    }

    String jwt(String header, String claims) throws Exception {
        var text = BASE64.encodeToString(header.getBytes()) + "." + BASE64.encodeToString(claims.getBytes());
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(text.getBytes());
        return text + "." + BASE64.encodeToString(signature.sign());
    }

    static long now() {
        return Instant.now().getEpochSecond();
    }

    static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes());
    }
}
