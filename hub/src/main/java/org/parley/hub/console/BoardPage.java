package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// The consignments by stage: how many, how heavy, how long they have been there.
public record BoardPage(
        Shell shell,
        String note,
        List<ListPage.Filter> choices,
        List<Link> views,
        List<Link> actions,
        List<Stage> stages,
        Optional<Bridge> bridge)
        implements Page {

    /// A column.
    ///
    /// @param share of the fullest stage, in percent
    /// @param over whether things stay here longer than they should
    public record Stage(
            String name,
            String count,
            String weight,
            String dwell,
            int share,
            boolean over,
            List<Card> cards,
            Optional<Link> more) {}

    /// A consignment on the board.
    ///
    /// @param share of the time that this stage should take, in percent, 100 at most
    public record Card(
            String link,
            String id,
            Icon icon,
            String goods,
            String parties,
            String age,
            int share,
            Mark mark,
            String word,
            List<Flag> flags) {}

    public record Flag(Mark mark, String text) {}

    /// Why two counts differ: what lies between them, step by step.
    public record Bridge(String title, String note, List<Step> steps) {

        private static final int STEP = 124;

        public String label() {
            return String.join(", ", steps.stream().map(s -> s.label() + " " + s.shown()).toList());
        }

        public double most() {
            return steps.stream().mapToDouble(s -> s.base() + s.value()).max().orElse(1);
        }

        public int width() {
            return 36 + steps.size() * STEP;
        }

        /// Steps go in reading direction.
        public int x(int step, boolean rightToLeft) {
            int at = 18 + step * STEP;
            return rightToLeft ? width() - at - 96 : at;
        }

        public double y(Step step) {
            return 24 + (most() - step.base() - step.value()) * 96 / Math.max(1, most());
        }

        public double height(Step step) {
            return Math.max(2, step.value() * 96 / Math.max(1, most()));
        }
    }

    /// @param base where it stands above the ground: zero for a count, the rest for a difference
    public record Step(String label, Mark mark, double value, double base, String shown) {}
}
