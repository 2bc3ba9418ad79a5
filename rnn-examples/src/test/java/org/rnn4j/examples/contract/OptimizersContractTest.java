package org.rnn4j.examples.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.Optimizer;
import org.rnn4j.core.component.optimizer.Adadelta;
import org.rnn4j.core.component.optimizer.Adagrad;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.component.optimizer.AdamW;
import org.rnn4j.core.component.optimizer.Adamax;
import org.rnn4j.core.component.optimizer.NAdam;
import org.rnn4j.core.component.optimizer.RAdam;
import org.rnn4j.core.component.optimizer.RmsProp;
import org.rnn4j.core.component.optimizer.Rprop;
import org.rnn4j.core.component.optimizer.Sgd;
import org.rnn4j.testkit.OptimizerContract;

class OptimizersContractTest implements OptimizerContract {
    @Override
    public Map<String, Optimizer> optimizers() {
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        optimizers.put("sgd", Sgd.of());
        optimizers.put("sgd, momentum", Sgd.of().withMomentum(0.9));
        optimizers.put("sgd, Nesterov", Sgd.of().withMomentum(0.9).withNesterov(true));
        optimizers.put("adagrad", Adagrad.of());
        optimizers.put("rmsprop", RmsProp.of());
        optimizers.put("rmsprop, centered", RmsProp.of().withCentered(true).withMomentum(0.5));
        optimizers.put("adadelta", Adadelta.of());
        optimizers.put("adam", Adam.of());
        optimizers.put("amsgrad", Adam.of().withAmsgrad(true));
        optimizers.put("adamW", AdamW.of());
        optimizers.put("nadam", NAdam.of());
        optimizers.put("radam", RAdam.of());
        optimizers.put("adamax", Adamax.of());
        optimizers.put("rprop", Rprop.of());
        return optimizers;
    }
}
