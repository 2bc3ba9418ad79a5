package org.rnn4j.api.expr;

import java.util.regex.Pattern;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;

/** The rule for names of values, states and parameters. */
public final class Names {
    private static final Pattern LEGAL = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private Names() {}

    /**
     * The name, if it is made of letters, digits and underscores and does not begin with a digit.
     *
     * @param what the kind of thing, for the message
     */
    public static String checked(String name, String what) {
        if (!LEGAL.matcher(name).matches()) {
            throw new CellDefinitionException(ErrorMessage.of("Not a name for a " + what + ": '" + name + "'")
                    .fix("use letters, digits and underscores, and no digit first, such as W_xi")
                    .toString());
        }
        return name;
    }
}
