package org.parley.verifier;

/// The command line asks for nothing that the verifier does.
///
/// The message is a key of the sentences, worded in the language asked for.
final class WrongUse extends RuntimeException {

    private final String sentence;
    private final String fact;
    private final String language;

    WrongUse(String language, String sentence, String fact) {
        super(sentence + ": " + fact);
        this.sentence = sentence;
        this.fact = fact;
        this.language = language;
    }

    String language() {
        return language;
    }

    String sentence() {
        return sentence;
    }

    String fact() {
        return fact;
    }
}
