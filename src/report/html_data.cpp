// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "report/decision_words.h"
#include "report/html_parts.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

void write_sources(Page& page, const ReportModel& model) {
  std::vector<std::vector<Html>> rows;
  for (const Source& source : model.input.project.sources) {
    rows.push_back({said(source.name), page.t(role_words(source.role)),
                    source.crs.empty() ? text("–") : said(source.crs),
                    source.date.empty() ? page.t("niet vermeld", "not stated")
                                        : text(format_date(source.date, page.lang()))});
  }
  page.table(page.t("Bestanden waar dit rapport op rust; de controlegetallen staan in de bijlage",
                    "Files behind this report; their checksums are in the annex"),
             {{page.plain("bestand", "file")},
              {page.plain("wat het is", "what it is")},
              {page.plain("coördinaten", "coordinates")},
              {page.plain("datum", "date")}},
             rows);
}

void write_placement(Page& page, const Placement& placement) {
  if (placement.crs.empty()) {
    page.paragraph(page.t("De tekening heeft geen plek op de kaart. Maten zijn in meters.",
                          "The drawing has no place on the map. Sizes are in metres."));
  } else {
    const std::string name = placement.crs == "EPSG:28992"
                                 ? page.plain("RD New (EPSG:28992), het Nederlandse stelsel",
                                              "RD New (EPSG:28992), the Dutch grid")
                                 : placement.crs;
    page.paragraph(page.t("Coördinaten zijn in ", "Coordinates are in ") + said(name) + text(". ") +
                   (placement.accuracy > 0
                        ? page.t("Door de omrekening kan de plek op de kaart tot ",
                                 "After the conversion the place on the map may be off by up to ") +
                              text(format_short(placement.accuracy, 2, page.lang()) + " m") +
                              page.t(" afwijken.", ".")
                        : Html{}));
  }
  if (placement.metres_per_unit != 1) {
    page.paragraph(page.t("Eén eenheid van de tekening is ", "One unit of the drawing is ") +
                   text(format_short(placement.metres_per_unit, 6, page.lang()) + " m."));
  }
}

// How much of what measures ask for is known.
struct Known {
  int known = 0, total = 0;
  void add(bool is_known) {
    known += is_known;
    ++total;
  }
};

void write_known(Page& page, const Building& building) {
  Known use, stated_use, access, width, threshold, lock, beds;
  for (const auto& storey : building.storeys) {
    for (const Space& space : storey->spaces) {
      use.add(space.use != Use::Unknown);
      if (space.use != Use::Unknown) stated_use.add(!space.use_is_suggested);
      access.add(space.access != Access::Unknown);
      if (space.use == Use::Bedroom) beds.add(space.beds.has_value());
    }
    for (const Door& door : storey->doors) {
      width.add(door.clear_width.has_value());
      threshold.add(door.threshold_height.has_value());
      lock.add(door.lock != Lock::Unknown || door.is_opening);
    }
  }
  std::vector<std::vector<Html>> rows;
  const auto add = [&](const char* nl, const char* en, const Known& known) {
    if (known.total == 0) return;
    rows.push_back({page.t(nl, en), text(std::to_string(known.known)),
                    text(std::to_string(known.total)),
                    text(std::to_string(known.total - known.known))});
  };
  add("gebruik van de ruimte", "use of the space", use);
  add("gebruik opgegeven, niet afgeleid uit de naam", "use stated, not taken from the name",
      stated_use);
  add("voor wie de ruimte is", "whom the space is for", access);
  add("bedden per kamer", "beds per room", beds);
  add("vrije doorgang van de deur", "clear width of the door", width);
  add("hoogte van de drempel bij de deur", "threshold height of the door", threshold);
  add("slot op de deur", "lock of the door", lock);
  page.table(
      page.t("Wat over ruimten en deuren bekend is. Onbekend telt nooit als nul of als goed.",
             "What is known of spaces and doors. Unknown never counts as zero or as good."),
      {{page.plain("gegeven", "fact")},
       {page.plain("bekend", "known"), true},
       {page.plain("van", "of"), true},
       {page.plain("onbekend", "unknown"), true}},
      rows);
}

// "Eerder gold: hoogstens 60 m (projectleider, 14 september 2026)." for each threshold before this.
Html earlier_html(const Page& page, const ReportModel& model, const ReportCriterion& entry) {
  Html told;
  for (const EarlierThreshold& one :
       earlier_thresholds(model.input.project.decisions, entry.criterion->id)) {
    const std::string date = one.date.empty() ? "" : format_date(one.date, page.lang());
    told = told + page.t(" Eerder gold: ", " Before that: ") +
           text(threshold_words(entry, one.value, page.lang()));
    if (!one.declared_by.empty() || !date.empty()) {
      told = told + text(" (") + said(one.declared_by) +
             text((one.declared_by.empty() || date.empty() ? "" : ", ") + date + ")");
    }
    told = told + page.t(", veranderd op ", ", changed on ") +
           text(moment_words(one.until, page.lang()) + ".");
  }
  return told;
}

}  // namespace

void write_data(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  write_part_heading(page, "data");
  write_sources(page, model);
  write_own_criteria(page, model);
  const Building* building = model.building();
  if (!building || !model.result()) {
    if (model.input.evaluation.wijk) {
      page.paragraph(
          page.t("Dit rapport gaat over een wijk; er is geen plattegrond bij. Lagen, netwerk en "
                 "coördinatenstelsel staan in het deel over de wijk.",
                 "This report is about a wijk, without a floor plan. Its layers, network and "
                 "coordinate system stand in the part about the wijk."));
      page.raw("</section>\n");
      return;
    }
    page.paragraph(page.t("Er is geen plattegrond. Gemeten criteria zijn daarom niet te bepalen.",
                          "There is no floor plan, so measured criteria cannot be determined."));
    page.raw("</section>\n");
    return;
  }
  write_placement(page, building->placement);
  const auto count = [&](Severity severity) {
    const auto& findings = model.input.evaluation.findings;
    return std::count_if(findings.begin(), findings.end(),
                         [&](const Finding& finding) { return finding.severity == severity; });
  };
  page.paragraph(
      text(fmt::format(
          fmt::runtime(page.plain("Bij het lezen van het plan gevonden: fouten {}, "
                                  "waarschuwingen {}, opmerkingen {}. ",
                                  "Found while reading the plan: errors {}, warnings {}, "
                                  "notes {}. ")),
          count(Severity::Error), count(Severity::Warning), count(Severity::Note))) +
      link_to("findings", page.t("Zie de lijst in de bijlage", "See the list in the annex")) +
      text("."));
  page.paragraph(page.t(
      "Oppervlakten zijn netto vloer tussen de wanden, op de manier van NEN 2580 (de Nederlandse "
      "norm voor het meten van vloeren) maar zonder meetcertificaat. Geen Bbl-toets.",
      "Areas are net floor between wall faces, in the manner of NEN 2580 (the Dutch standard for "
      "measuring floors) but "
      "without a certificate. Not a Bbl check."));
  write_known(page, *building);
  page.heading(3, "", page.t("De plattegronden", "The floor plans"));
  page.paragraph(page.t("Dezelfde ruimten staan als tabel in ", "The same spaces are a table in ") +
                 link_to("spaces", page.t("de bijlage", "the annex")) + text("."));
  write_plans_by_use(page, model);
  if (model.input.project.buildings.size() > 1) {
    page.paragraph(page.t("Het project heeft meer gebouwen. Dit rapport gaat over het eerste.",
                          "The project has more buildings. This report is about the first."));
  }
  page.raw("</section>\n");
}

void write_thresholds(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  write_part_heading(page, "thresholds");
  page.paragraph(
      page.t("Een drempel komt uit een bron, of de planner stelde hem zelf vast en zegt "
             "waarom. Zonder drempel geeft dit rapport geen oordeel.",
             "A threshold comes from a source, or the planner declared it and says "
             "why. Without one this report gives no judgement."));
  std::vector<std::vector<Html>> declared, cited, none;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      const Threshold& threshold = entry.criterion->threshold;
      const bool is_filled = threshold.comparison == Comparison::Filled;
      Html basis = page.t(name_of(threshold.basis));
      if (!threshold.basis_read) {
        basis = basis + page.t(" (bron niet ingezien)", " (source not read)");
      }
      if (entry.declared) {
        Html who = said(entry.declared->declared_by) +
                   text(", " + format_date(entry.declared->date, page.lang()));
        if (entry.declared->after_value_shown) {
          who = who + text(". ") +
                tag("strong",
                    page.t("Vastgesteld na de uitkomst.", "Declared after the result was shown."));
        }
        if (const Html earlier = earlier_html(page, model, entry); !earlier.empty()) {
          who = who + text(entry.declared->after_value_shown ? "" : ".") + earlier;
        }
        declared.push_back({criterion_link(page, entry),
                            text(threshold_words(entry, entry.declared->value, page.lang())),
                            said(entry.declared->reason), who});
      } else if (entry.verdict->threshold) {
        if (!is_filled) {
          cited.push_back({criterion_link(page, entry), text(threshold_words(entry, page.lang())),
                           basis, page.t(threshold.note)});
        }
      } else {
        Html reason = page.t("Nog geen reden gegeven.", "No reason given yet.");
        if (entry.verdict->status == StatusCode::D) {
          reason = page.t("Niet van toepassing.", "Not applicable.");
        } else if (entry.criterion->threshold.basis == Basis::NoneContextOnly) {
          reason = page.t("Achtergrond: hier past geen drempel.", "Context: no threshold applies.");
        }
        if (entry.no_threshold) {
          reason = said(entry.no_threshold->reason) + text(" (") +
                   said(entry.no_threshold->decided_by) +
                   text(", " + format_date(entry.no_threshold->date, page.lang()) + ")");
        }
        reason = reason + earlier_html(page, model, entry);
        none.push_back({criterion_link(page, entry), reason, page.t(threshold.suggestion)});
      }
    }
  }
  page.table(page.t("Drempels die de planner zelf vaststelde; er bestaat geen norm",
                    "Thresholds that the planner declared; no norm exists"),
             {{page.plain("criterium", "criterion")},
              {page.plain("drempel", "threshold")},
              {page.plain("waarom", "why")},
              {page.plain("wie en wanneer", "who and when")}},
             declared, "thresholds");
  page.table(page.t("Drempels uit een bron", "Thresholds from a source"),
             {{page.plain("criterium", "criterion")},
              {page.plain("drempel", "threshold")},
              {page.plain("grondslag", "basis")},
              {page.plain("opmerking", "remark")}},
             cited, "thresholds");
  page.table(
      page.t("Criteria zonder drempel: geen oordeel", "Criteria without a threshold: no judgement"),
      {{page.plain("criterium", "criterion")},
       {page.plain("waarom er geen drempel is", "why there is no threshold")},
       {page.plain("voorbeeld uit de catalogus, geen norm",
                   "illustration from the catalogue, not a norm")}},
      none);
  page.paragraph(
      page.t("Bij criteria die met een antwoord worden ingevuld, is de vraag alleen of "
             "het antwoord er volledig is.",
             "For criteria that are answered in words, the only question is whether the "
             "answer is complete."));
  page.raw("</section>\n");
}

}  // namespace trefpunt
