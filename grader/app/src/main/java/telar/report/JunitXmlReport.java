package telar.report;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import telar.score.ExerciseGrade;
import telar.score.Grade;
import telar.verdict.Verdict.Step;

/**
 * JUnit's XML, as build servers read it: an exercise is a suite, a check a case. A failed check is a failure; one without a
 * verdict is an error, since nothing is known about the code. Times are 0: a grade has no clock.
 */
final class JunitXmlReport {

    private final XMLStreamWriter xml;
    private final Words words;
    private final Messages messages;

    private JunitXmlReport(XMLStreamWriter xml, Words words) {
        this.xml = xml;
        this.words = words;
        this.messages = Messages.in(words.language());
    }

    static String render(Grade grade, Words words) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitXmlReport(xml, words).suites(grade);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string writer does not fail", e);
        }
        return out.append('\n').toString();
    }

    private void suites(Grade grade) throws XMLStreamException {
        List<Suite> suites = grade.exercises().stream()
                .map(exercise -> new Suite(exercise, Telling.all(exercise, words, messages)))
                .toList();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "telar");
        counts(suites.stream().flatMap(suite -> suite.tellings().stream()).toList());
        xml.writeAttribute("time", "0");
        for (Suite suite : suites) {
            suite(suite);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void counts(List<Telling> tellings) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(tellings.size()));
        xml.writeAttribute("failures", count(tellings, Telling.State.FAILED));
        long errors = tellings.stream().filter(JunitXmlReport::isError).count();
        xml.writeAttribute("errors", Long.toString(errors));
    }

    private static String count(List<Telling> tellings, Telling.State state) {
        return Long.toString(tellings.stream().filter(telling -> telling.state() == state).count());
    }

    private static boolean isError(Telling telling) {
        return telling.state() == Telling.State.INCONCLUSIVE || telling.state() == Telling.State.JUDGE_ERROR;
    }

    private void suite(Suite suite) throws XMLStreamException {
        ExerciseGrade exercise = suite.exercise();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", exercise.exercise().slug());
        counts(suite.tellings());
        xml.writeAttribute("skipped", count(suite.tellings(), Telling.State.SKIPPED));
        xml.writeAttribute("time", "0");
        for (Telling telling : suite.tellings()) {
            xml.writeCharacters("\n    ");
            testcase(exercise, telling);
        }
        if (!exercise.problem().isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("system-err");
            xml.writeCharacters(Telling.problem(exercise, messages));
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testcase(ExerciseGrade exercise, Telling telling) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", telling.check().className());
        xml.writeAttribute("name", telling.check().id());
        xml.writeAttribute("time", "0");
        switch (telling.state()) {
            case PASSED -> {
                xml.writeCharacters("\n      ");
                xml.writeStartElement("system-out");
                xml.writeCharacters(telling.note());
                xml.writeEndElement();
            }
            case FAILED -> {
                Telling.Failure failure = telling.failure().orElseThrow();
                String message = telling.heading() + ": " + failure.name();
                inside("failure", message, failure.diagnosis().name(), body(exercise, telling, failure));
            }
            case SKIPPED -> inside("skipped", telling.note(), "", "");
            case INCONCLUSIVE, JUDGE_ERROR -> inside("error", telling.note(), telling.state().name(), telling.reason());
        }
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private void inside(String element, String message, String type, String text) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        if (text.isEmpty()) {
            xml.writeEmptyElement(element);
        } else {
            xml.writeStartElement(element);
        }
        xml.writeAttribute("message", message.replace('\n', ' '));
        if (!type.isEmpty()) {
            xml.writeAttribute("type", type);
        }
        if (!text.isEmpty()) {
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    private String body(ExerciseGrade exercise, Telling telling, Telling.Failure failure) {
        StringBuilder body = new StringBuilder(failure.message()).append('\n');
        for (Shown.Line line : failure.how().folded()) {
            body.append(line.step()
                    .map(step -> line.number() + "  " + who(failure.how(), step) + "  " + Shown.site(step) + "  " + step.text())
                    .orElseGet(() -> messages.get("left-out", line.leftOut())));
            body.append('\n');
        }
        paragraph(body, failure.how().outcome());
        paragraph(body, failure.why());
        paragraph(body, messages.get("label.hint") + ": " + failure.hint());
        paragraph(body, telling.replay(exercise.exercise()));
        return Harmless.withoutCommands(body.toString());
    }

    private static void paragraph(StringBuilder body, String text) {
        if (!text.isEmpty()) {
            body.append(text).append('\n');
        }
    }

    private static String who(Shown how, Step step) {
        return step.thread() == Shown.NOBODY ? "·" : how.threads().get(step.thread());
    }

    private record Suite(ExerciseGrade exercise, List<Telling> tellings) {}
}
