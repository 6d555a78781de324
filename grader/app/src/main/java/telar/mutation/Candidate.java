package telar.mutation;

import java.util.List;

/** A change that an operator proposes; whether the program compiles afterwards is not known yet. */
record Candidate(String operator, String place, List<Edit> edits) {
    Candidate {
        edits = List.copyOf(edits);
    }

    int position() {
        return edits.stream().mapToInt(Edit::from).min().orElse(0);
    }
}
