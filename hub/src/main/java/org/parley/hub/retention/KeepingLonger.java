package org.parley.hub.retention;

import java.util.Optional;
import org.parley.hub.api.Speaker;
import org.parley.hub.journal.Submission;
import org.parley.hub.release.TwoPeopleRule;
import org.parley.hub.release.WantsTwo;
import org.springframework.stereotype.Component;

/// To keep longer than was agreed, and to start the end of everything, is no one person's act.
@Component
class KeepingLonger implements WantsTwo {

    private final PeriodStore periods;

    KeepingLonger(PeriodStore periods) {
        this.periods = periods;
    }

    @Override
    public Optional<TwoPeopleRule> rule(Speaker speaker, Submission<?> act) {
        boolean two =
                act.body() instanceof AgreementEnded
                        || (act.body() instanceof PeriodSet period
                                && period.days()
                                        > periods.inForce(speaker.operation()).days(period.kept()));
        return two ? Optional.of(TwoPeopleRule.RETENTION) : Optional.empty();
    }
}
