/// The part of Parley that needs no framework: proofs, quantities, time and geometry.
@org.jspecify.annotations.NullMarked
module org.parley.kernel {
    requires static transitive org.jspecify;

    exports org.parley.kernel;
    exports org.parley.kernel.audience;
    exports org.parley.kernel.durable;
    exports org.parley.kernel.harm;
    exports org.parley.kernel.id;
    exports org.parley.kernel.json;
    exports org.parley.kernel.names;
    exports org.parley.kernel.proof;
    exports org.parley.kernel.quantity;
    exports org.parley.kernel.signer;
    exports org.parley.kernel.statement;
    exports org.parley.kernel.time;
}
