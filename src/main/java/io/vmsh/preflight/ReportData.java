package io.vmsh.preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports for programs: maps, lists and words. */
public final class ReportData {
    private ReportData() {}

    public static List<Map<String, Object>> of(List<Report> reports) {
        return reports.stream().map(ReportData::of).toList();
    }

    private static Map<String, Object> of(Report report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("target", report.target());
        data.put("verdict", report.verdict().word());
        data.put("findings", report.findings().stream().map(ReportData::of).toList());
        return data;
    }

    private static Map<String, Object> of(Finding finding) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("check", finding.check());
        data.put("verdict", finding.verdict().word());
        data.put(
                "evidence",
                finding.evidence().stream()
                        .map(seen -> pair("verdict", seen.verdict().word(), "sentence", seen.sentence()))
                        .toList());
        data.put(
                "remedies",
                finding.remedies().stream()
                        .map(remedy -> pair("what", remedy.what(), "statements", remedy.statements()))
                        .toList());
        return data;
    }

    private static Map<String, Object> pair(String first, Object one, String second, Object other) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(first, one);
        data.put(second, other);
        return data;
    }
}
