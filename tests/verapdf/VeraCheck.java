import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks PDF files against veraPDF's own profiles.
 *
 * <p>Reads lines of {@code flavour TAB file} from standard input, such as {@code ua1 book.pdf}, and
 * checks them on all cores. Prints {@code flavour TAB file TAB checks} for each, in the order asked,
 * and below it, indented by a tab, a line for each rule that fails. The profiles are read with plain
 * DOM, so nothing but the jar is needed.
 */
public final class VeraCheck {
  private static final String PROFILES = "org/verapdf/pdfa/validation/";
  private static final int SHOWN = 5;

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new HashMap<>();
    List<String[]> asked = new ArrayList<>();
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] pair = line.split("\t", 2);
      if (!profiles.containsKey(pair[0])) {
        profiles.put(pair[0], readProfile(PDFAFlavour.byFlavourId(pair[0])));
      }
      asked.add(pair);
    }
    // Each thread has its own containers in veraPDF; a file is checked on one thread.
    List<String> told =
        asked.parallelStream()
            .map(pair -> check(pair[0], profiles.get(pair[0]), pair[1]))
            .collect(Collectors.toList());
    new PrintStream(System.out, true, "UTF-8").print(String.join("", told));
  }

  private static String check(String asked, ValidationProfile profile, String file) {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(asked);
    List<String> faults = new ArrayList<>();
    int checks = 0;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, SHOWN, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      checks = result.getTotalAssertions();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          faults.add(describe(assertion));
        }
      }
      if (!result.isCompliant() && faults.isEmpty()) {
        faults.add("not compliant");
      }
    } catch (Exception error) {
      faults.add(error.toString());
    }
    StringBuilder told = new StringBuilder(asked + "\t" + file + "\t" + checks + "\n");
    for (String fault : faults) {
      told.append("\t" + fault.replace('\n', ' ') + "\n");
    }
    return told.toString();
  }

  private static String describe(TestAssertion assertion) {
    String rule =
        assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
    String place = assertion.getLocation() == null ? "" : assertion.getLocation().getContext();
    return rule + " " + assertion.getMessage() + " " + place;
  }

  private static ValidationProfile readProfile(PDFAFlavour flavour) throws Exception {
    String name =
        flavour.getId().startsWith("ua")
            ? "PDFUA-" + flavour.getPart().getPartNumber()
            : "PDFA-" + flavour.getId().toUpperCase();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root;
    try (InputStream xml =
        PDFAFlavour.class.getClassLoader().getResourceAsStream(PROFILES + name + ".xml")) {
      root = factory.newDocumentBuilder().parse(xml).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : children(child(root, "rules"), "rule")) {
      rules.add(readRule(rule));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element variable : children(child(root, "variables"), "variable")) {
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              text(variable, "defaultValue"),
              text(variable, "value")));
    }
    Element details = child(root, "details");
    return Profiles.profileFromValues(
        flavour,
        Profiles.profileDetailsFromValues(
            text(details, "name"),
            text(details, "description"),
            details.getAttribute("creator"),
            new Date(0)),
        "",
        rules,
        variables);
  }

  private static Rule readRule(Element rule) {
    Element id = child(rule, "id");
    Element error = child(rule, "error");
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : children(child(error, "arguments"), "argument")) {
      arguments.add(
          ErrorArgumentImpl.fromValues(
              argument.getTextContent(), attribute(argument, "name"), null));
    }
    String deferred = attribute(rule, "deferred");
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        deferred == null ? null : Boolean.valueOf(deferred),
        attribute(rule, "tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments),
        new ArrayList<>());
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    Node node = parent == null ? null : parent.getFirstChild();
    for (; node != null; node = node.getNextSibling()) {
      if (node instanceof Element && name.equals(node.getLocalName())) {
        found.add((Element) node);
      }
    }
    return found;
  }

  private static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? null : found.get(0);
  }

  private static String text(Element parent, String name) {
    Element found = child(parent, name);
    return found == null ? null : found.getTextContent();
  }

  private static String attribute(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }
}
