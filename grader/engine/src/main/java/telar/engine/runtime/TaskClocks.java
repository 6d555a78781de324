package telar.engine.runtime;

import java.util.Arrays;
import java.util.Collection;

/** The clocks of tasks in pools: a task is ordered by its submission, not by the worker that happens to run it. */
final class TaskClocks {
    private final Execution execution;

    TaskClocks(Execution execution) {
        this.execution = execution;
    }

    /** The thread hands the task over. */
    void put(LogicalThread me, Object task) {
        execution.objects.stateOf(task).taskClock = me.clock.clone();
        me.clock[me.clockIndex]++;
    }

    /** The thread begins to run the task, with the task's clock if it has one. */
    void begin(LogicalThread me, Object task) {
        ObjectState state = execution.objects.stateOf(task);
        if (state.taskClock == null) {
            me.savedClocks.push(new LogicalThread.SavedClock(null, 0, state));
            return;
        }
        me.savedClocks.push(new LogicalThread.SavedClock(me.clock, me.clockIndex, state));
        int[] indexAndTime = execution.races.taskClockIndex("a task in " + me.name(), state.taskClock);
        me.clockIndex = indexAndTime[0];
        me.clock = Arrays.copyOf(state.taskClock, Math.max(state.taskClock.length, me.clockIndex + 1));
        me.clock[me.clockIndex] = indexAndTime[1];
        state.taskClock = null;
        state.doneClock = null;
    }

    /** The thread has run the task that it began last. */
    void end(LogicalThread me) {
        if (me.savedClocks.isEmpty()) {
            return;
        }
        LogicalThread.SavedClock saved = me.savedClocks.pop();
        if (saved.clock() != null) {
            saved.task().doneClock = me.clock.clone();
            execution.races.retire(me.clockIndex, me.clock[me.clockIndex]);
            me.clock = saved.clock();
            me.clockIndex = saved.index();
        }
    }

    /** What a task, or each task of an array or collection, has done comes before what follows its join. */
    void joined(LogicalThread me, Object tasks) {
        if (tasks instanceof Object[] several) {
            for (Object task : several) {
                joined(me, task);
            }
        } else if (tasks instanceof Collection<?> several) {
            several.forEach(task -> joined(me, task));
        } else if (tasks != null) {
            int[] done = execution.objects.stateOf(tasks).doneClock;
            if (done != null) {
                execution.races.acquire(me, done);
            }
        }
    }
}
