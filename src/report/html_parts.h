// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "report/html_page.h"
#include "report/report_model.h"

namespace trefpunt {

// The sections of the page, in their order. Each writes its own heading.
void write_cover(Page& page, const ReportModel& model);
void write_contents(Page& page, const ReportModel& model);
void write_codes(Page& page, const ReportModel& model);  // what the letters of criteria stand for
void write_summary(Page& page, const ReportModel& model);
void write_about(Page& page, const ReportModel& model);  // what it is and what it is not
void write_goal(Page& page, const ReportModel& model);
void write_data(Page& page, const ReportModel& model);  // plan, sources, what is not known
void write_thresholds(Page& page, const ReportModel& model);
void write_results(Page& page, const ReportModel& model);
void write_encounters(Page& page, const ReportModel& model);  // of a programme; nothing without one
void write_wijk(Page& page, const ReportModel& model);        // nothing without a wijk
void write_vision_annex(Page& page, const ReportModel& model);  // nothing without buurten
// The lines that all maps have in common; once, before the first map.
void write_shared_map(Page& page, const ReportModel& model);
// A map where the outcome has places, and its rows.
void write_wijk_outcome(Page& page, const ReportModel& model, const Outcome& outcome,
                        const MeasureInfo& info);
bool tells_wijk(const ReportModel& model);
bool has_vision_annex(const ReportModel& model);
void write_explanations(Page& page, const ReportModel& model);
void write_variants(Page& page);
void write_consultations(Page& page, const ReportModel& model);
void write_remarks(Page& page, const ReportModel& model);    // nothing without remarks
void write_follow_up(Page& page, const ReportModel& model);  // evaluation, drop-out, referral
void write_signature(Page& page, const ReportModel& model);
void write_annex(Page& page, const ReportModel& model);

// The rules that the program keeps itself, for the annex; and which criteria are not the program's.
void write_rules(Page& page, const ReportModel& model);
void write_own_criteria(Page& page, const ReportModel& model);

// ---- shared by the parts ----

// "7. Uitleg bij afwijkingen", for the contents and above the part itself; by the id of the part.
Html part_title(const Page& page, const std::string& id);
void write_part_heading(Page& page, const std::string& id);

// "RVS-4.1d Loopafstand …" as a link to its result.
Html criterion_link(const Page& page, const ReportCriterion& entry);
Html status_badge(const Page& page, const ReportCriterion& entry);
// "12,5 m", "niet te bepalen", "aanwezig (verklaard)"; empty for declared criteria.
Html value_html(const Page& page, const ReportCriterion& entry);
// The declared answer, field by field, and who gave it.
void write_answer(Page& page, const ReportCriterion& entry, bool says_who = true);
// The section that holds the answer to this criterion, as a link; empty: it stands at its result.
Html answer_section(const Page& page, const std::string& criterion);

// Each storey by use, over the whole width, with its alternative as caption.
void write_plans_by_use(Page& page, const ReportModel& model);
// The lines and numbers that the small plans have in common; once, before write_outcome().
void write_shared_plans(Page& page, const ReportModel& model);
// A small plan of each storey where an outcome shows something, words for the other storeys, and
// the rows.
void write_outcome(Page& page, const ReportModel& model, const Outcome& outcome,
                   const MeasureInfo& info);
// The plans alone; gives the words for the storeys that were left out.
std::vector<Html> write_small_plans(Page& page, const ReportModel& model, const Outcome& outcome,
                                    const MeasureInfo& info);
// The rows of an outcome as a table, or where they stand: many spaces share write_spaces().
void write_rows(Page& page, const ReportModel& model, const Outcome& outcome,
                const MeasureInfo& info);
bool stands_in_annex(const Outcome& outcome);

void write_history(Page& page, const ReportModel& model);   // of decisions, for the annex
void write_spaces(Page& page, const ReportModel& model);    // a row per space, for the annex
void write_formulas(Page& page, const ReportModel& model);  // with assumptions and sources

}  // namespace trefpunt
