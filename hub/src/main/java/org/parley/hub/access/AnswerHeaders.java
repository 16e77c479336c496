package org.parley.hub.access;

import java.util.LinkedHashMap;
import java.util.Map;

/// What every answer says to the browser that reads it, whoever gives the answer: a page, the API,
/// a refusal, or the server before it knew what was asked.
public final class AnswerHeaders {

    /// For a browser that came over an encrypted line: to come by no other for two years.
    public static final String TRANSPORT = "Strict-Transport-Security";

    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    /// Nothing of the device is wanted but its keys.
    private static final String DEVICE =
            "accelerometer=(), ambient-light-sensor=(), autoplay=(), bluetooth=(), camera=(),"
                    + " display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(),"
                    + " gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(),"
                    + " microphone=(), midi=(), payment=(), picture-in-picture=(),"
                    + " publickey-credentials-create=(self), publickey-credentials-get=(self),"
                    + " screen-wake-lock=(), serial=(), usb=(), web-share=(), xr-spatial-tracking=()";

    private static final Map<String, String> ALWAYS = always();

    private AnswerHeaders() {}

    private static Map<String, String> always() {
        var always = new LinkedHashMap<String, String>();
        always.put("Content-Security-Policy", ContentPolicy.TEXT);
        always.put("X-Content-Type-Options", "nosniff");
        always.put("X-Frame-Options", "DENY");
        always.put("Referrer-Policy", "same-origin");
        always.put("Permissions-Policy", DEVICE);
        always.put("Cross-Origin-Opener-Policy", "same-origin");
        always.put("Cross-Origin-Resource-Policy", "same-origin");
        always.put("X-Permitted-Cross-Domain-Policies", "none");
        return always;
    }

    /// @param encrypted whether browsers reach this hub by encrypted lines
    public static Map<String, String> of(boolean encrypted) {
        if (!encrypted) {
            return Map.copyOf(ALWAYS);
        }
        var all = new LinkedHashMap<>(ALWAYS);
        all.put(TRANSPORT, TWO_YEARS);
        return Map.copyOf(all);
    }
}
