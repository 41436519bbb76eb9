// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_wijk.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "report/drawing_colours.h"

namespace trefpunt {

namespace {

constexpr int kMapWidth = 720;  // px, as the drawings of storeys
constexpr char kSharedMap[] = "wijk-map";
constexpr std::size_t kMostPlaceRows = 60;

template <typename Thing, typename Is>
std::size_t known_of(const WijkLayer<Thing>& layer, Is is) {
  return static_cast<std::size_t>(std::count_if(layer->begin(), layer->end(), is));
}

void write_layers(Page& page, const ToldWijk& told) {
  const Wijk& wijk = told.wijk;
  std::vector<std::vector<Html>> rows;
  const auto add = [&](const char* nl, const char* en, const auto& layer) {
    rows.push_back(
        {page.t(nl, en),
         layer ? page.t("gegeven", "given")
               : page.t("niet gegeven: onbekend, niet nul", "not given: unknown, not zero"),
         layer ? count_cell(page, static_cast<double>(layer->size())) : text("–")});
  };
  add("straten en paden", "streets and paths", wijk.streets);
  add("adressen met woningen", "addresses with homes", wijk.homes);
  add("plekken", "places", wijk.places);
  add("banken, haltes en toiletten", "benches, stops and toilets", wijk.furnishings);
  add("open ruimte", "open space", wijk.open_spaces);
  add("gebouwen", "buildings", wijk.footprints);
  add("buurten en andere gebieden", "buurten and other areas", wijk.areas);
  page.table(page.t("De lagen van de wijk", "The layers of the wijk"),
             {{page.plain("laag", "layer")},
              {page.plain("toestand", "state")},
              {page.plain("aantal", "number"), true}},
             rows);
  if (wijk.furnishings && !wijk.benches_are_all) {
    page.paragraph(
        page.t("De planner heeft niet verklaard dat alle banken in de laag staan. Waar geen bank "
               "staat, kan er dus toch een zijn.",
               "The planner has not stated that the layer has every bench. Where none stands "
               "there may still be one."));
  }
}

void write_attribution(Page& page, const ToldWijk& told) {
  std::vector<std::vector<Html>> rows;
  for (const Source& source : told.model.input.project.sources) {
    if (source.role != "wijk") continue;
    rows.push_back({said(source.name),
                    source.attribution.empty() ? page.t("niet vermeld", "not stated")
                                               : said(source.attribution),
                    source.crs.empty() ? page.t("niet vermeld", "not stated") : said(source.crs),
                    source.date.empty() ? page.t("niet vermeld", "not stated")
                                        : text(format_date(source.date, page.lang()))});
  }
  page.table(page.t("Bronnen van de wijk", "Sources of the wijk"),
             {{page.plain("bestand", "file")},
              {page.plain("bronvermelding", "attribution")},
              {page.plain("coördinaten in het bestand", "coordinates in the file")},
              {page.plain("datum", "date")}},
             rows);
}

void write_crs(Page& page, const WijkCrs& crs) {
  const std::string name = crs.code == "EPSG:28992"
                               ? page.plain("RD New (EPSG:28992), het Nederlandse stelsel",
                                            "RD New (EPSG:28992), the Dutch grid")
                               : crs.code;
  Html words = page.t("Alle lagen staan in ", "All layers are in ") + said(name) + text(". ");
  words = words + (crs.accuracy > 0
                       ? page.t("Door de omrekening kan een plek op de kaart tot ",
                                "After the conversion a place on the map may be off by up to ") +
                             text(format_short(crs.accuracy, 2, page.lang()) + " m") +
                             page.t(" afwijken.", ".")
                       : page.t("De gegevens stonden al in dit stelsel; er is niets omgerekend.",
                                "The data were in this system already; nothing was converted."));
  page.paragraph(words);
}

void write_what_is_known(Page& page, const Wijk& wijk) {
  std::vector<std::vector<Html>> rows;
  const auto add = [&](const char* nl, const char* en, std::size_t known, std::size_t total) {
    if (total == 0) return;
    rows.push_back({page.t(nl, en), text(std::to_string(known)), text(std::to_string(total)),
                    text(std::to_string(total - known))});
  };
  if (wijk.places) {
    const auto& places = wijk.places;
    add("oppervlakte van de plek", "area of the place",
        known_of(places, [](const WijkPlace& p) { return p.area_m2.has_value(); }), places->size());
    add("zitplaatsen van de plek", "seats of the place",
        known_of(places, [](const WijkPlace& p) { return p.seats.has_value(); }), places->size());
    add("verblijf zonder te betalen", "staying without paying",
        known_of(places, [](const WijkPlace& p) { return p.free_stay.has_value(); }),
        places->size());
    add("bereikbaar zonder trede", "reached without a step",
        known_of(places, [](const WijkPlace& p) { return p.step_free.has_value(); }),
        places->size());
  }
  if (wijk.homes) {
    add("bewoners van het adres", "residents of the address",
        known_of(wijk.homes, [](const Home& h) { return h.residents.has_value(); }),
        wijk.homes->size());
  }
  if (wijk.footprints) {
    add("bouwlagen of vloeroppervlak van het gebouw", "storeys or floor area of the building",
        known_of(wijk.footprints, [](const Footprint& f) { return f.storeys || f.floor_area_m2; }),
        wijk.footprints->size());
  }
  if (wijk.open_spaces) {
    add("openbaar of niet", "public or not",
        known_of(wijk.open_spaces, [](const OpenSpace& s) { return s.is_public.has_value(); }),
        wijk.open_spaces->size());
  }
  if (wijk.streets) {
    add("geschikt voor een rolstoel, opgegeven", "fit for a wheelchair, as stated",
        known_of(wijk.streets, [](const Street& s) { return s.wheelchair.has_value(); }),
        wijk.streets->size());
  }
  page.table(page.t("Wat over de wijk bekend is. Onbekend telt nooit als nul of als goed.",
                    "What is known of the wijk. Unknown never counts as zero or as good."),
             {{page.plain("gegeven", "fact")},
              {page.plain("bekend", "known"), true},
              {page.plain("van", "of"), true},
              {page.plain("onbekend", "unknown"), true}},
             rows);
}

// The named street with the highest value; empty when none has one.
std::string highest_street(const ToldWijk& told, const std::vector<double>& per_link) {
  const StreetNetwork& network = *told.result.ground->network;
  double best = 0;
  std::string name;
  for (std::size_t l = 0; l < per_link.size(); ++l) {
    const Street& street = (*told.wijk.streets)[static_cast<std::size_t>(network.links[l].street)];
    if (per_link[l] > best && !squeeze(street.name).empty()) {
      best = per_link[l];
      name = squeeze(street.name);
    }
  }
  return name;
}

// What the places of an outcome have in common: where it falls short, or where to look.
Text crosses_of(const MeasureInfo& info) {
  static const std::map<std::string, Text> kWords = {
      {"centre_m2_per_1000", {"buurthuis of wijkcentrum", "a community centre"}},
      {"appropriable_area",
       {"plek die bewoners mogen gebruiken en inrichten",
        "a place that residents may use and furnish"}},
      {"facility_with_seat_share",
       {"adres waarvan niet vaststaat dat zo'n voorziening binnen de afstand ligt",
        "an address without a certain facility within the distance"}},
      {"free_stay_share",
       {"plek waar gratis blijven niet vaststaat", "a place without a certain free stay"}},
      {"green_300",
       {"adres zonder zulk groen binnen de afstand", "an address without green in reach"}},
      {"max_bench_gap",
       {"adres met een langer stuk zonder bekende bank",
        "an address with a longer stretch without a known bench"}},
      {"multi_use_share", {"voorziening zonder dubbel gebruik", "a facility without a second use"}},
      {"reach_500",
       {"adres zonder ontmoetingsplek binnen de afstand",
        "an address without a meeting place within the distance"}},
      {"shared_route_stops",
       {"adres zonder zulke gedeelde routes", "an address without such shared routes"}},
      {"shared_space_share", {"gedeelde ruimte", "a shared space"}},
      {"stop_distance", {"plek het verst van een halte", "the place farthest from a stop"}},
      {"transition_zone_share", {"gevel zonder zachte rand", "a front without a soft edge"}},
      {"wijk_edge_seat_share",
       {"bank waarvan dit niet vaststaat", "a bench of which this is not certain"}},
      {"wijk_step_free_share",
       {"plek zonder zekere route zonder treden", "a place without a certain step-free way"}},
      {"wijk_toilet_distance",
       {"plek het verst van een toilet", "the place farthest from a toilet"}}};
  const auto found = kWords.find(info.id);
  return found == kWords.end() ? Text{"plek om naar te kijken", "a place to look at"}
                               : found->second;
}

}  // namespace

std::optional<ToldWijk> tell_wijk(const ReportModel& model) {
  const auto& result = model.input.evaluation.wijk;
  if (!result || !result->ground || !result->ground->wijk) return {};
  const Wijk& wijk = *result->ground->wijk;
  ToldWijk told{model, wijk, *result, WijkNames(wijk), {}};
  if (wijk.areas) {
    for (std::size_t a = 0; a < wijk.areas->size(); ++a) {
      const StatisticalArea& area = (*wijk.areas)[a];
      if (area.level == AreaLevel::Buurt && !area.is_water) {
        told.buurten.push_back(static_cast<int>(a));
      }
    }
    std::stable_sort(told.buurten.begin(), told.buurten.end(),
                     [&](int a, int b) { return told.area(a).code < told.area(b).code; });
  }
  return told;
}

void write_wijk_outcome(Page& page, const ReportModel& model, const Outcome& outcome,
                        const MeasureInfo& info) {
  const std::optional<ToldWijk> told = tell_wijk(model);
  if (!told) return;
  if (!outcome.places.empty()) {
    WijkMapOptions options;
    options.with_places = false;
    MarkedPoints points;
    for (const PlanPlace& place : outcome.places) points.at.push_back(place.at);
    points.label = crosses_of(info);
    options.title = info.name;
    const auto count = static_cast<double>(points.at.size());
    options.finding = {
        fmt::format("{}. Een kruis op de kaart is een {} (aantal: {}).", info.name.nl,
                    points.label.nl, format_number(count, 0, Lang::Nl)),
        fmt::format("{}. A cross on the map is {} (number: {}).", info.name.en, points.label.en,
                    format_number(count, 0, Lang::En))};
    options.shows = std::move(points);
    write_wijk_figure(page, *told, "wijk-map-" + info.id, options);
  }
  std::vector<std::vector<Html>> rows;
  for (const Row& row : outcome.rows) {
    if (rows.size() == kMostPlaceRows) break;
    rows.push_back({said(told->names.label(row.object, page.lang())),
                    text(row_words(row.value, info, page.lang())),
                    has_number(row.value) ? Html{} : page.t(reason_of(row.value))});
  }
  const std::string& unit = info.row_unit.in(page.lang());
  page.table(
      page.t(info.name),
      {{info.row_name.empty() ? page.plain("onderdeel", "part") : info.row_name.in(page.lang())},
       {page.plain("uitkomst", "result") + (unit.empty() ? "" : " (" + unit + ")"), true},
       {page.plain("waarom er geen precies getal is", "why there is no number")}},
      rows, "dense");
  if (outcome.rows.size() > rows.size()) {
    page.paragraph(text(fmt::format(fmt::runtime(page.plain(
                                        "De eerste {} van {} staan hier; alle in report.json.",
                                        "The first {} of {} stand here; all in report.json.")),
                                    rows.size(), outcome.rows.size())),
                   "note");
  }
}

bool tells_wijk(const ReportModel& model) {
  return tell_wijk(model).has_value();
}

bool has_vision_annex(const ReportModel& model) {
  const std::optional<ToldWijk> told = tell_wijk(model);
  return told && !told->buurten.empty();
}

Html buurt_cell(const ToldWijk& told, int area) {
  const StatisticalArea& of = told.area(area);
  return said(squeeze(of.name)) + text(" (" + of.code + ")");
}

Html count_cell(const Page& page, double value, int decimals) {
  if (!std::isfinite(value)) return not_known(page);
  return text(format_number(value, decimals, page.lang()));
}

Html not_known(const Page& page) {
  return page.t("niet bekend", "not known");
}

void write_wijk_figure(Page& page, const ToldWijk& told, const std::string& id,
                       WijkMapOptions options) {
  options.width = kMapWidth;
  options.lang = page.lang();
  const Picture picture = make_wijk_map(told.wijk, options);
  page.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  page.raw(text(page.plain("Kaart: ", "Map: ") + picture.title).code);
  page.raw("\">\n");
  page.raw(svg_of(picture, id, page.lang(), kSharedMap));
  page.raw("</div>\n<figcaption>" + text(picture.description).code + "</figcaption>\n</figure>\n");
}

void write_shared_map(Page& page, const ReportModel& model) {
  const std::optional<ToldWijk> told = tell_wijk(model);
  if (!told) return;
  WijkMapOptions options;
  options.width = kMapWidth;
  options.lang = page.lang();
  page.raw("<svg class=\"signs\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>\n");
  page.raw(svg_shared(make_wijk_map(told->wijk, options), kSharedMap));
  page.raw("</defs></svg>\n");
}

void write_wijk_data(Page& page, const ToldWijk& told) {
  page.heading(3, "wijk-data", page.t("De lagen en hun bronnen", "The layers and their sources"));
  write_crs(page, told.wijk.crs);
  write_layers(page, told);
  write_attribution(page, told);
  write_what_is_known(page, told.wijk);
  WijkMapOptions options;
  const std::string name = squeeze(told.wijk.name);
  options.title = {name + ": de lagen", name + ": the layers"};
  const Text layers = layers_in_words(told.wijk);
  options.finding = {"De kaart laat zien wat er in de lagen staat: " + layers.nl + ".",
                     "The map shows what is in the layers: " + layers.en + "."};
  write_wijk_figure(page, told, "wijk-map-layers", options);
}

void write_wijk_network(Page& page, const ToldWijk& told) {
  page.heading(3, "wijk-network", page.t("Het looproutenet", "The walking network"));
  const auto& network = told.result.ground->network;
  if (!network) {
    page.paragraph(
        page.t("Er is geen laag met straten gegeven. Loopafstanden zijn niet te bepalen.",
               "No layer of streets was given. Walking distances cannot be determined."));
    return;
  }
  double metres = 0;
  for (const StreetLink& link : network->links) metres += link.length;
  const auto& findings = told.model.input.evaluation.findings;
  const auto of_network = std::count_if(findings.begin(), findings.end(), [](const Finding& f) {
    return f.code >= 401 && f.code <= 409;
  });
  page.facts(
      {{page.t("Kruispunten en uiteinden", "Junctions and ends"),
        count_cell(page, static_cast<double>(network->junctions.size()))},
       {page.t("Straatdelen", "Links"),
        count_cell(page, static_cast<double>(network->links.size()))},
       {page.t("Lengte", "Length"), text(format_number(metres / 1000, 1, page.lang()) + " km")},
       {page.t("Losse delen", "Separate parts"), count_cell(page, network->islands)},
       {page.t("Uiteinden samengevoegd binnen", "Ends joined within"),
        told.wijk.snap_tolerance > 0
            ? text(format_short(told.wijk.snap_tolerance, 2, page.lang()) + " m")
            : page.t("0 m: alleen gelijke punten", "0 m: equal points only")},
       {page.t("Bevindingen", "Findings"),
        text(std::to_string(of_network)) + text("; ") +
            link_to("findings", page.t("zie de bijlage", "see the annex"))}},
      "facts tiles");
  page.paragraph(page.t(
      "Straten horen bij elkaar waar zij een punt delen. Lijnen die elkaar alleen kruisen, zoals "
      "een pad onder een brug, zijn niet verbonden.",
      "Streets belong together where they share a point. Lines that merely cross, such as a path "
      "under a bridge, are not joined."));
  if (!told.result.streets) return;
  for (const StreetValues& values : *told.result.streets) {
    if (values.radius != 800) continue;
    WijkMapOptions options;
    StreetColours heat{network.get(),
                       values.link_betweenness.empty() ? mean_of_ends(*network, values.betweenness)
                                                       : values.link_betweenness,
                       {"Kortste routes tot 800 m die over het straatdeel lopen (aantal)",
                        "Shortest ways up to 800 m that lead along the link (number)"}};
    const std::string most = highest_street(told, heat.per_link);
    options.title = {"Waar kortste routes samenkomen, tot 800 m",
                     "Where shortest ways come together, up to 800 m"};
    options.finding = {
        "Hoe breder de lijn, hoe meer kortste routes tussen kruispunten er langs lopen." +
            (most.empty() ? "" : " De meeste lopen over: " + most + ".") +
            " Dit telt routes, geen mensen.",
        "The wider the line, the more shortest ways between junctions lead along it." +
            (most.empty() ? "" : " Most lead along: " + most + ".") +
            " This counts ways, not people."};
    options.shows = std::move(heat);
    options.with_places = false;
    write_wijk_figure(page, told, "wijk-map-through", options);
  }
}

void write_wijk(Page& page, const ReportModel& model) {
  const std::optional<ToldWijk> told = tell_wijk(model);
  if (!told) return;
  page.raw("<section class=\"new-page\">\n");
  const std::string name = squeeze(told->wijk.name);
  page.heading(2, "wijk",
               part_title(page, "wijk") + (name.empty() ? Html{} : text(": ") + said(name)));
  page.paragraph(page.t(
      "Dit deel gaat over de kans om elkaar te ontmoeten in de wijk. Buurten staan op volgorde van "
      "hun code en krijgen geen cijfer: de getallen zeggen iets over de ruimte, niet over de "
      "mensen die er wonen.",
      "This part is about the opportunity to meet in the wijk. Buurten stand in the order of their "
      "code and get no grade: the numbers say something of the space, not of the people who live "
      "there."));
  write_wijk_data(page, *told);
  write_wijk_network(page, *told);
  write_wijk_access(page, *told);
  write_wijk_ground(page, *told);
  write_wijk_meetings(page, *told);
  write_wijk_places(page, *told);
  write_wijk_context(page, *told);
  page.raw("</section>\n");
}

}  // namespace trefpunt
