// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <set>

#include "embedded/versions_css.h"
#include "report/digest_words.h"
#include "report/page_frame.h"
#include "report/portfolio.h"
#include "report/report_model.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

constexpr std::size_t kNamedColumns = 8;  // more columns bear numbers instead of names

std::string location_name(const Location& location, Lang lang) {
  return location.report ? name_of(*location.report, lang) : location.file;
}

// Names that several locations bear get their file behind them.
std::vector<std::string> location_names(const Portfolio& portfolio, Lang lang) {
  std::multiset<std::string> all;
  for (const Location& one : portfolio.locations) all.insert(location_name(one, lang));
  std::vector<std::string> names;
  for (const Location& one : portfolio.locations) {
    std::string name = location_name(one, lang);
    if (one.report && all.count(name) > 1) name += " (" + one.file + ")";
    names.push_back(std::move(name));
  }
  return names;
}

void write_locations(Page& page, const Portfolio& portfolio,
                     const std::vector<std::string>& names) {
  page.raw("<section>\n");
  page.heading(2, "locations", page.t("De locaties", "The locations"));
  std::vector<std::vector<Html>> rows;
  for (std::size_t i = 0; i < portfolio.locations.size(); ++i) {
    const Location& location = portfolio.locations[i];
    const Html name = text(fmt::format("{} ", i + 1)) + said(names[i]);
    if (!location.report) {
      rows.push_back({name,
                      tag("span", page.t("niet gelezen: ", "not read: ") +
                                      said(location.refused.sentence.in(page.lang()))),
                      {},
                      {},
                      {},
                      {}});
      continue;
    }
    const ReportDigest& report = *location.report;
    std::set<std::string> roles;
    for (const DigestInput& input : report.inputs) {
      roles.insert(role_words(input.role).in(page.lang()));
    }
    std::string listed;
    for (const std::string& role : roles) listed += (listed.empty() ? "" : ", ") + role;
    rows.push_back(
        {name, report.is_final ? page.t("definitief", "final") : page.t("concept", "draft"),
         text(format_date(report.date, page.lang())),
         page.t(scope_words(report.scope)) + text(fmt::format(" ({})", report.criteria.size())),
         said(report.catalogue_version), listed.empty() ? page.t("geen", "none") : text(listed)});
  }
  page.table(page.t("In de volgorde waarin ze zijn opgegeven. Tussen haakjes staat het aantal "
                    "criteria.",
                    "In the order in which they were named, with the number of criteria in "
                    "brackets."),
             {{page.plain("locatie", "location")},
              {page.plain("stand", "state")},
              {page.plain("datum", "date")},
              {page.plain("reikwijdte", "scope")},
              {page.plain("catalogus", "catalogue")},
              {page.plain("gemaakt van", "made from")}},
             rows);
  page.raw("</section>\n");
}

void write_legend(Page& page) {
  std::vector<std::vector<Html>> rows;
  for (const StatusCode status : kStatuses) {
    rows.push_back({digest_badge({.status = status}, page.lang())});
  }
  std::vector<Html> items;
  for (const std::vector<Html>& row : rows) items.push_back(row.front());
  items.push_back(text("–  ") + page.t("niet in dat rapport", "not in that report"));
  page.heading(3, "", page.t("Wat de letters zeggen", "What the letters say"));
  page.list(items, "plain legend");
}

Html cell_of(const Page& page, const Location& location, const std::string& criterion) {
  const DigestCriterion* found = location.report ? location.report->find(criterion) : nullptr;
  if (!found) {
    return tag("span aria-hidden=\"true\"", text("–")) +
           tag("span class=\"unseen\"", page.t("niet in dat rapport", "not in that report"));
  }
  return badge(found->status, "");
}

void write_matrix(Page& page, const Portfolio& portfolio, const std::vector<std::string>& names,
                  const Theme& theme, std::set<std::string>& told) {
  const std::string title = name_of(theme).in(page.lang());
  const bool has_names = portfolio.locations.size() <= kNamedColumns;
  std::string rows;
  std::vector<Html> notes;
  for (const Location& source : portfolio.locations) {
    if (!source.report) continue;
    for (const DigestCriterion& criterion : source.report->criteria) {
      if (criterion.theme != theme.id || !told.insert(criterion.id).second) continue;
      rows += "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">" +
              tag("span class=\"code\"", text(criterion.id)).code + " " +
              text(criterion.title.in(page.lang())).code + "</th>";
      for (std::size_t i = 0; i < portfolio.locations.size(); ++i) {
        if (!portfolio.locations[i].report) continue;
        rows +=
            fmt::format("<td role=\"cell\" data-h=\"{} {}\">{}</td>", i + 1, text(names[i]).code,
                        cell_of(page, portfolio.locations[i], criterion.id).code);
      }
      rows += "</tr>\n";
      std::string why;
      for (const Text& reason : not_comparable(portfolio, criterion.id)) {
        why += (why.empty() ? "" : "; ") + reason.in(page.lang());
      }
      if (!why.empty()) notes.push_back(text(criterion.id + ": " + why));
    }
  }
  if (rows.empty()) return;
  page.heading(3, "theme-" + theme.id, text(title));
  page.raw(fmt::format(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n"
      "<table role=\"table\" class=\"matrix dense{}\">\n<caption>{}</caption>\n"
      "<thead><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">{}</th>",
      text(page.plain("Tabel: ", "Table: ") + title).code, has_names ? "" : " many",
      page.t("Status per criterium en per locatie", "Status per criterion and location").code,
      page.t("criterium", "criterion").code));
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!portfolio.locations[i].report) continue;
    page.raw(fmt::format("<th scope=\"col\" role=\"columnheader\">{}{}</th>", i + 1,
                         has_names ? " " + said(names[i]).code
                                   : tag("span class=\"unseen\"", text(" " + names[i])).code));
  }
  page.raw("</tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n</div>\n");
  if (!notes.empty()) {
    page.paragraph(
        page.t("Niet zonder meer naast elkaar te leggen:", "Not to be compared just like that:"));
    page.list(notes, "note");
  }
}

}  // namespace

std::string portfolio_html(const Portfolio& portfolio, Lang lang) {
  Page page(lang);
  const std::string given = squeeze(portfolio.title);
  const std::string title =
      given.empty() ? page.plain("Locaties naast elkaar", "Locations side by side") : given;
  open_page(page, title, "", embedded::versions_css);
  skip_link(page, "matrix", page.t("Naar de statussen", "Skip to the statuses"));
  page.raw(badge_signs());
  page.raw("<main>\n<header class=\"cover\">\n");
  page.paragraph(page.t("Ruimte om elkaar te ontmoeten: pas toe of leg uit",
                        "Room to meet: comply or explain"),
                 "kicker");
  page.heading(1, "", said(title));
  page.raw("</header>\n");
  page.paragraph(
      page.t("Elke locatie heeft haar eigen plattegrond, gegevens en drempels. Een letter zegt "
             "iets over dat ene criterium op die ene plek. Deze pagina maakt geen rangorde, telt "
             "niets op en neemt geen gemiddelde.",
             "Each location has its own plan, data and thresholds. A letter says something about "
             "that one criterion in that one place. This page ranks nothing, adds nothing up and "
             "takes no average."),
      "lead");
  const std::vector<std::string> names = location_names(portfolio, lang);
  write_locations(page, portfolio, names);
  page.raw("<section>\n");
  page.heading(2, "matrix", page.t("Status per criterium", "Status per criterion"));
  write_legend(page);
  std::vector<const ReportDigest*> reports;
  for (const Location& one : portfolio.locations) {
    if (one.report) reports.push_back(&*one.report);
  }
  std::set<std::string> told;
  for (const Theme& theme : themes_of(reports)) {
    write_matrix(page, portfolio, names, theme, told);
  }
  page.raw("</section>\n");
  close_page(page);
  return page.take();
}

}  // namespace trefpunt
