import java.io.File;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checks PDF files against PDF/UA-1 and PDF/A-3a. The profiles are read by hand, since the jar has no JAXB. */
public final class CheckWithVeraPdf {
    private static final int FAILURES_TOLD = 20;

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean allPass = true;
        for (String file : files) {
            allPass &= passes(file, "PDFUA-1", PDFAFlavour.PDFUA_1);
            allPass &= passes(file, "PDFA-3A", PDFAFlavour.PDFA_3_A);
        }
        System.exit(allPass ? 0 : 1);
    }

    private static boolean passes(String file, String name, PDFAFlavour flavour) throws Exception {
        ValidationProfile profile = profile(name, flavour);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s %s: %s, %d rules, %d checks%n", new File(file).getName(), name,
                    result.isCompliant() ? "pass" : "FAIL", profile.getRules().size(), result.getTotalAssertions());
            result.getTestAssertions().stream().filter(found -> found.getStatus() == TestAssertion.Status.FAILED)
                    .limit(FAILURES_TOLD).forEach(found -> System.out.printf("  %s.%d %s%n",
                            found.getRuleId().getClause(), found.getRuleId().getTestNumber(), found.getMessage()));
            return result.isCompliant();
        }
    }

    private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        Set<Rule> rules = new HashSet<>();
        Set<Variable> variables = new HashSet<>();
        try (InputStream xml = CheckWithVeraPdf.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
            each(root, "rule", rule -> rules.add(rule(rule)));
            each(root, "variable", variable -> variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                    variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value"))));
        }
        return Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues(name, name, "", new java.util.Date(0)),
                "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = (Element) rule.getElementsByTagName("id").item(0);
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred, rule.getAttribute("tags"), text(rule, "description"),
                text(rule, "test"), Profiles.errorFromValues(text(rule, "message"), List.of()), List.of());
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    private static void each(Element root, String name, Consumer<Element> done) {
        NodeList found = root.getElementsByTagName(name);
        for (int place = 0; place < found.getLength(); place++) {
            done.accept((Element) found.item(place));
        }
    }
}
