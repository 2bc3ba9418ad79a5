/** What the author of a cell, layer, loss or optimizer needs, and nothing else. */
module org.rnn4j.api {
    requires static org.jspecify;

    exports org.rnn4j.api;
    exports org.rnn4j.api.expr;
}
