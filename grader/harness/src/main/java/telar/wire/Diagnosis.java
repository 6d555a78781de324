package telar.wire;

/** The field's name for what went wrong. Drives hints, grouping over a class and rules of machine-readable reports. */
public enum Diagnosis {
    DATA_RACE,
    LOST_UPDATE,
    CHECK_THEN_ACT,
    DEADLOCK,
    MISSED_SIGNAL,
    LIVELOCK,
    TOO_MANY_AT_ONCE,
    NOT_PARALLEL,
    THREAD_LEFT_BEHIND,
    NOT_A_DAEMON,
    SLEEP_AS_SYNCHRONISATION,
    RELEASED_WITHOUT_HOLDING,
    WRONG_RESULT,
    BUG_NOT_FOUND,
    EXCEPTION,
    COMPILE_ERROR,
    FORBIDDEN_CODE,
    TIME_LIMIT,
    CRASH
}
