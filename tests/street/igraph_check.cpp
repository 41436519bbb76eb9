// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the values that `trefpunt streets` wrote against igraph's, at every junction, on the graph
// that --links wrote: igraph_check L.csv F.csv 400 800. Not part of the sanitized tests: igraph
// would take minutes.
#include <fmt/format.h>
#include <igraph/igraph.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Columns = std::map<std::string, std::vector<double>>;

Columns read_csv(const std::string& path) {
  std::ifstream file(path);
  std::string line, name;
  if (!std::getline(file, line)) {
    fmt::print(stderr, "{} cannot be read\n", path);
    std::exit(2);
  }
  std::vector<std::string> names;
  for (std::stringstream header(line); std::getline(header, name, ',');) names.push_back(name);
  Columns columns;
  while (std::getline(file, line)) {
    std::stringstream row(line);
    for (std::size_t c = 0; std::getline(row, name, ','); ++c) {
      columns[names.at(c)].push_back(std::strtod(name.c_str(), nullptr));
    }
  }
  return columns;
}

double difference(double a, double b) {
  return a == b ? 0 : std::abs(a - b) / std::max(std::abs(a), std::abs(b));
}

struct Vector {
  igraph_vector_t of;
  Vector() { igraph_vector_init(&of, 0); }
  ~Vector() { igraph_vector_destroy(&of); }
  double operator[](std::size_t i) const { return VECTOR(of)[i]; }
};

bool agree(const std::string& what, const std::vector<double>& ours,
           const std::vector<double>& theirs) {
  double worst = 0;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const double off = difference(ours[i], theirs.at(i));
    worst = std::max(worst, off);
    if (!(off <= 1e-9)) ++wrong;
  }
  fmt::print("{:<16} {} junctions, largest relative difference {:.2g}, {} beyond 1e-9\n", what,
             ours.size(), worst, wrong);
  return wrong == 0 && !ours.empty();
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) return 2;
  const Columns links = read_csv(words[1]), values = read_csv(words[2]);
  const std::size_t junctions = values.at("x").size();
  igraph_vector_int_t ends;
  igraph_vector_int_init(&ends, 0);
  Vector lengths;
  for (std::size_t l = 0; l < links.at("from").size(); ++l) {
    igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(links.at("from")[l]));
    igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(links.at("to")[l]));
    igraph_vector_push_back(&lengths.of, links.at("length")[l]);
  }
  igraph_t graph;
  igraph_create(&graph, &ends, static_cast<igraph_integer_t>(junctions), IGRAPH_UNDIRECTED);
  bool good = true;
  for (int r = 3; r < count; ++r) {
    const std::string name = words[r];
    const double radius = std::strtod(words[r], nullptr);
    Vector harmonic, closeness, betweenness;
    igraph_harmonic_centrality_cutoff(&graph, &harmonic.of, igraph_vss_all(), IGRAPH_ALL,
                                      &lengths.of, false, radius);
    igraph_vector_int_t reached;
    igraph_vector_int_init(&reached, 0);
    igraph_bool_t all = false;
    igraph_closeness_cutoff(&graph, &closeness.of, &reached, &all, igraph_vss_all(), IGRAPH_ALL,
                            &lengths.of, false, radius);
    igraph_betweenness_cutoff(&graph, &betweenness.of, igraph_vss_all(), false, &lengths.of,
                              radius);
    std::vector<double> near, far, past, density;
    for (std::size_t j = 0; j < junctions; ++j) {
      near.push_back(harmonic[j]);
      // Closeness is one over the sum of distances; of who reaches nobody it is no number.
      far.push_back(std::isnan(closeness[j]) ? 0 : 1 / closeness[j]);
      past.push_back(betweenness[j]);
      density.push_back(static_cast<double>(VECTOR(reached)[j]));
    }
    good = agree("harmonic_" + name, values.at("harmonic_" + name), near) && good;
    good = agree("farness_" + name, values.at("farness_" + name), far) && good;
    good = agree("betweenness_" + name, values.at("betweenness_" + name), past) && good;
    good = agree("density_" + name, values.at("density_" + name), density) && good;
    igraph_vector_int_destroy(&reached);
  }
  igraph_destroy(&graph);
  igraph_vector_int_destroy(&ends);
  return good ? 0 : 1;
}
