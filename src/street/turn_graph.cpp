// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/turn_graph.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "street/hilbert.h"

namespace trefpunt {

namespace {

// Degrees between two directions, 0 to 180.
double turn_between(Point before, Point after) {
  return std::abs(std::atan2(cross(before, after), dot(before, after))) * 180 / std::numbers::pi;
}

int thousandths(double degrees) {
  return static_cast<int>(std::lround(1000 * degrees));
}

// What a walker needs to know of a link, seen from its junctions.
struct Shape {
  int bends[2] = {0, 0};  // between the middle and the first or the last junction
  Point inward[2];        // direction from that junction into the link
};

Shape shape_of(const StreetLink& link) {
  Shape shape;
  const Line& line = link.shape;
  const std::size_t last = line.size() - 1;
  shape.inward[0] = line[1] - line[0];
  shape.inward[1] = line[last - 1] - line[last];
  double degrees[2] = {0, 0}, along = 0;
  for (std::size_t i = 1; i < last; ++i) {
    along += distance(line[i - 1], line[i]);
    degrees[along <= link.length / 2 ? 0 : 1] +=
        turn_between(line[i] - line[i - 1], line[i + 1] - line[i]);
  }
  for (const int end : {0, 1}) shape.bends[end] = thousandths(degrees[end]);
  return shape;
}

}  // namespace

TurnGraph make_turn_graph(const StreetNetwork& network) {
  std::vector<Point> middles;
  std::vector<Shape> shapes;
  for (const StreetLink& link : network.links) {
    middles.push_back(middle(network.junctions[link.from], network.junctions[link.to]));
    shapes.push_back(shape_of(link));
  }
  TurnGraph graph;
  graph.link = along_curve(middles);
  std::vector<int> number(graph.link.size());
  for (std::size_t k = 0; k < graph.link.size(); ++k) number[graph.link[k]] = static_cast<int>(k);
  // Where links end, by junction: a loop ends there twice.
  std::vector<std::vector<std::pair<int, int>>> ends(network.junctions.size());
  for (std::size_t l = 0; l < network.links.size(); ++l) {
    ends[network.links[l].from].emplace_back(static_cast<int>(l), 0);
    ends[network.links[l].to].emplace_back(static_cast<int>(l), 1);
  }
  graph.first_arc.push_back(0);
  for (const int l : graph.link) {
    const StreetLink& link = network.links[l];
    for (const int in : {0, 1}) {
      const int out = 1 - in;
      for (const auto& [next, end] : ends[out == 0 ? link.from : link.to]) {
        if (next == l && end == out) continue;  // not back into the link by the same end
        const double degrees =
            turn_between(Point{} - shapes[l].inward[out], shapes[next].inward[end]);
        TurnArc arc;
        arc.length = (link.length + network.links[next].length) / 2;
        arc.turn = shapes[l].bends[out] + thousandths(degrees) + shapes[next].bends[end];
        arc.to = 2 * number[next] + end;
        graph.largest_turn = std::max(graph.largest_turn, arc.turn);
        graph.arcs.push_back(arc);
      }
      graph.first_arc.push_back(static_cast<int>(graph.arcs.size()));
    }
  }
  return graph;
}

}  // namespace trefpunt
