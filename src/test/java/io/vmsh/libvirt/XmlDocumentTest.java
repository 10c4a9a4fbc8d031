package io.vmsh.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDocumentTest {
    @Test
    void keepsWhatItDoesNotUnderstand() {
        String xml = """
                <!-- above -->
                <?order me?>
                <domain type='qemu' id='1' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
                  <name>it's &lt;a&gt; &amp; b</name>
                  <!-- about -- nothing -->
                  <unknown z='1' a='2' m='&apos;&#10;&#9;"'/>
                  <mixed>text <b/> more &#13;<![CDATA[<raw>&]]></mixed>
                  <qemu:commandline>
                    <qemu:arg value='-größe'/>
                  </qemu:commandline>
                </domain>
                """.replace(" -- ", " - ");
        assertThat(XmlDocument.parse(xml)).hasToString(xml);
    }

    @Test
    void writesWhatWasChangedBehindWhatWasThere() {
        XmlDocument document = XmlDocument.parse("<disk><driver type='raw' name='qemu'/></disk>");
        document.elements("driver").getFirst().setAttribute("cache", "none");
        assertThat(document).hasToString("<disk><driver type='raw' name='qemu' cache='none'/></disk>\n");
    }

    @Test
    void findsByNames() {
        XmlDocument document = XmlDocument.parse(
                "<volume><path>/wrong</path><target><path> /right </path></target><target><path/></target></volume>");
        assertThat(document.text("target/path")).contains(" /right ");
        assertThat(document.elements("target/path")).hasSize(2);
        assertThat(document.text("target/nope")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE pool><pool/>",
                "<!DOCTYPE pool SYSTEM 'file:///etc/passwd'><pool/>",
                "<!DOCTYPE pool [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><pool>&x;</pool>",
                "<!DOCTYPE p [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>",
                "<pool>&x;</pool>",
                "<pool",
                "",
                "words"
            })
    void refuses(String xml) {
        assertThatThrownBy(() -> XmlDocument.parse(xml)).isInstanceOf(InvalidXmlException.class);
    }

    @Test
    void tellsTheLine() {
        assertThatThrownBy(() -> XmlDocument.parse("<pool>\n<name>\n</pool>")).hasMessageStartingWith("line 3: ");
    }

    @Test
    void takesLongDocuments() {
        String xml = "<domain>%s</domain>\n"
                .formatted("<disk type='file'><source file='/srv/%s'/></disk>"
                        .formatted("x".repeat(10_000))
                        .repeat(500));
        assertThat(XmlDocument.parse(xml)).hasToString(xml);
    }
}
