package org.parley.hub.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.SignedIn;
import org.springframework.stereotype.Service;

/// What somebody does who has lost their keys: one of ten printed codes, or two officers of their
/// organisation who each stand for them. Either leads to a link that enrols a new key and makes all
/// from before useless. Nobody at the hub can do it alone, and no message is a factor.
@Service
public class Recovery {

    /// How many codes are made at once.
    public static final int CODES = 10;

    /// Without the letters that are mistaken for digits, after Crockford.
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// 24 letters of five bits: 120 bits, where 112 are wanted.
    private static final int LENGTH = 24;

    private static final int GROUP = 4;

    /// How long the link is good that a code leads to: it is used at once.
    private static final Duration CODE_LINK = Duration.ofMinutes(15);

    private final RecoveryStore store;
    private final Enrolments enrolments;
    private final Accounts accounts;
    private final Deeds deeds;
    private final Tries tries;
    private final SignInSettings settings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Recovery(
            RecoveryStore store,
            Enrolments enrolments,
            Accounts accounts,
            Deeds deeds,
            Tries tries,
            SignInSettings settings,
            InstantSource clock) {
        this.store = store;
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.deeds = deeds;
        this.tries = tries;
        this.settings = settings;
        this.clock = clock;
    }

    /// New codes for who is signed in; earlier ones are useless from here on. They are shown once:
    /// the hub keeps their hashes.
    public List<String> newCodes(SignedIn who, String address) {
        var account = accounts.find(who.account()).orElseThrow().account();
        var codes = new ArrayList<String>();
        deeds.together(
                () -> {
                    store.voidCodes(account.id(), clock.instant());
                    for (int i = 0; i < CODES; i++) {
                        var code = code();
                        codes.add(grouped(code));
                        store.addCode(Hashes.sha256(code), account.id(), clock.instant());
                    }
                    deeds.note("codes-made", who, account, address, "");
                });
        return List.copyOf(codes);
    }

    private String code() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{%d})(?!$)".formatted(GROUP), "$1-");
    }

    /// What somebody read off paper, without what people mistake.
    static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /// How many codes of the account nobody has used.
    public long codesLeft(String account) {
        return store.codesLeft(account);
    }

    /// Takes a code and gives the link that enrols a new key.
    ///
    /// @throws Refused when it is none, was used, or its account may not sign in
    public Enrolments.Made useCode(String typed, String address) {
        tries.check(address);
        var made = new ArrayList<Enrolments.Made>();
        try {
            deeds.together(
                    () -> {
                        var account =
                                store.useCode(Hashes.sha256(read(typed)), clock.instant())
                                        .flatMap(accounts::find)
                                        .filter(one -> one.isPerson())
                                        .orElseThrow(() -> new Refused("signin.no-such-code"))
                                        .account();
                        made.add(link(account, "code", CODE_LINK));
                        deeds.note(
                                "code-used",
                                "",
                                account.organisation().value(),
                                account.id(),
                                address,
                                "");
                    });
        } catch (Refused refused) {
            tries.failed(address);
            throw refused;
        }
        return made.getFirst();
    }

    private Enrolments.Made link(Account account, String by, Duration lasts) {
        return enrolments.make(
                Enrolment.Purpose.RECOVERY,
                account.organisation().value(),
                account.id(),
                account.name(),
                Duties.NONE,
                List.of(),
                by,
                lasts,
                false);
    }

    /// An officer says that somebody of their organisation lost their keys.
    ///
    /// @throws Refused unless they may stand for them
    public void ask(SignedIn officer, String account, String address) {
        var lost = whom(officer, account);
        deeds.together(
                () -> {
                    store.ask(
                            lost.id(),
                            officer.account(),
                            clock.instant(),
                            clock.instant().plus(settings.recovery()));
                    deeds.note("recovery-asked", officer, lost, address, "");
                });
    }

    /// What waits for a second officer of the organisation.
    public List<RecoveryAsked> open(SignedIn officer) {
        return store.open(officer.organisation().value(), clock.instant());
    }

    /// A second officer agrees, and gets the link to hand over.
    ///
    /// @throws Refused when they asked for it themselves, or may not stand for the person
    public Enrolments.Made approve(SignedIn officer, UUID id, String address) {
        var asked =
                store.find(id, clock.instant())
                        .orElseThrow(() -> new Refused("signin.recovery-ended"));
        if (asked.askedBy().equals(officer.account())) {
            throw new Refused("signin.same-officer");
        }
        var lost = whom(officer, asked.account());
        var made = new ArrayList<Enrolments.Made>();
        deeds.together(
                () -> {
                    if (!store.approve(id, officer.account(), clock.instant())) {
                        throw new Refused("signin.recovery-ended");
                    }
                    made.add(
                            link(
                                    lost,
                                    asked.askedBy() + " + " + officer.account(),
                                    settings.recovery()));
                    deeds.note("recovery-approved", officer, lost, address, asked.askedBy());
                });
        return made.getFirst();
    }

    private Account whom(SignedIn officer, String account) {
        return accounts.find(account)
                .filter(one -> one.isPerson())
                .filter(one -> LookingAfter.mayStandFor(officer, one))
                .orElseThrow(() -> new Refused("signin.not-yours"))
                .account();
    }
}
