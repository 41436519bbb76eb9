// SPDX-License-Identifier: GPL-3.0-or-later
// The structure of BCF files as the published schemas of buildingSMART (release 2.1 and 3.0) have
// it, written down for what this program writes; and a reader of the zips it makes.
#pragma once

#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

namespace trefpunt {

// Files by name. Empty when the zip is not whole: a test then fails on what it looks for.
inline std::map<std::string, std::string> files_of_zip(const std::string& zip) {
  const auto number = [&](std::size_t at, int bytes) {
    std::uint32_t value = 0;
    for (int i = bytes - 1; i >= 0; --i) {
      value = value << 8 | static_cast<unsigned char>(zip.at(at + static_cast<std::size_t>(i)));
    }
    return value;
  };
  std::map<std::string, std::string> files;
  if (zip.size() < 22 || zip.substr(zip.size() - 22, 4) != "PK\x05\x06") return files;
  const std::size_t end = zip.size() - 22;
  std::size_t at = number(end + 16, 4);
  if (at + number(end + 12, 4) != end) return {};
  for (std::uint32_t i = 0; i < number(end + 10, 2); ++i) {
    const std::size_t length = number(at + 28, 2), local = number(at + 42, 4);
    const std::string name = zip.substr(at + 46, length);
    const bool agrees = zip.substr(at, 4) == "PK\x01\x02" && zip.substr(local, 4) == "PK\x03\x04" &&
                        zip.substr(at + 6, 26) == zip.substr(local + 4, 26) &&
                        zip.substr(local + 30, length) == name;
    if (!agrees || !files.emplace(name, zip.substr(local + 30 + length, number(at + 24, 4))).second)
      return {};
    at += 46 + length;
  }
  return at == end ? files : std::map<std::string, std::string>();
}

// A child or attribute and what it holds: another rule, or a kind of text ("#guid").
struct BcfSlot {
  std::string name, kind;
  int least = 1, most = 1;  // of an attribute: 0 is optional
};
struct BcfRule {
  std::vector<BcfSlot> children, attributes;
};
using BcfRules = std::map<std::string, BcfRule>;

inline const BcfRules& bcf_rules(bool is_new) {
  constexpr int kMany = 1 << 30;
  const auto shared = [] {
    BcfRules rules;
    rules["Point"] = {{{"X", "#double"}, {"Y", "#double"}, {"Z", "#double"}}, {}};
    rules["Component"] = {{{"OriginatingSystem", "#text", 0}, {"AuthoringToolId", "#text", 0}},
                          {{"IfcGuid", "#ifc", 0}}};
    rules["Hints"] = {{},
                      {{"SpacesVisible", "#bool", 0},
                       {"SpaceBoundariesVisible", "#bool", 0},
                       {"OpeningsVisible", "#bool", 0}}};
    rules["Selection"] = {{{"Component", "Component", 1, kMany}}, {}};
    rules["Planes"] = {{{"ClippingPlane", "Plane", 0, kMany}}, {}};
    rules["Plane"] = {{{"Location", "Point"}, {"Direction", "Point"}}, {}};
    rules["ViewPoint"] = {
        {{"Viewpoint", "#word", 0}, {"Snapshot", "#word", 0}, {"Index", "#int", 0}},
        {{"Guid", "#guid"}}};
    rules["Project"] = {{{"Name", "#word", 0}}, {{"ProjectId", "#word"}}};
    return rules;
  };
  static const BcfRules kOld = [&] {
    BcfRules rules = shared();
    rules["Version"] = {{{"DetailedVersion", "#text", 0}}, {{"VersionId", "#word", 0}}};
    rules["ProjectExtension"] = {{{"Project", "Project", 0}, {"ExtensionSchema", "#text"}}, {}};
    rules["Markup"] = {
        {{"Header", "Header", 0}, {"Topic", "Topic"}, {"Viewpoints", "ViewPoint", 0, kMany}}, {}};
    rules["Header"] = {{{"File", "File", 1, kMany}}, {}};
    rules["File"] = {{{"Filename", "#text", 0}, {"Date", "#time", 0}, {"Reference", "#text", 0}},
                     {{"IfcProject", "#ifc", 0},
                      {"IfcSpatialStructureElement", "#ifc", 0},
                      {"isExternal", "#bool", 0}}};
    rules["Topic"] = {{{"Title", "#text"},
                       {"Priority", "#text", 0},
                       {"Index", "#int", 0},
                       {"Labels", "#text", 0, kMany},
                       {"CreationDate", "#time"},
                       {"CreationAuthor", "#text"},
                       {"Description", "#text", 0},
                       {"DocumentReference", "Document", 0, kMany}},
                      {{"Guid", "#guid"}, {"TopicType", "#text", 0}, {"TopicStatus", "#text", 0}}};
    rules["Document"] = {{{"ReferencedDocument", "#text", 0}, {"Description", "#text", 0}},
                         {{"Guid", "#guid", 0}, {"isExternal", "#bool", 0}}};
    rules["VisualizationInfo"] = {{{"Components", "Components", 0},
                                   {"OrthogonalCamera", "Camera", 0},
                                   {"ClippingPlanes", "Planes", 0}},
                                  {{"Guid", "#guid"}}};
    rules["Components"] = {{{"ViewSetupHints", "Hints", 0},
                            {"Selection", "Selection", 0},
                            {"Visibility", "Visibility"}},
                           {}};
    rules["Visibility"] = {{}, {{"DefaultVisibility", "#bool", 0}}};
    rules["Camera"] = {{{"CameraViewPoint", "Point"},
                        {"CameraDirection", "Point"},
                        {"CameraUpVector", "Point"},
                        {"ViewToWorldScale", "#double"}},
                       {}};
    return rules;
  }();
  static const BcfRules kNew = [&] {
    BcfRules rules = shared();
    rules["Version"] = {{}, {{"VersionId", "#word"}}};
    rules["ProjectInfo"] = {{{"Project", "Project"}}, {}};
    rules["Extensions"] = {{{"TopicTypes", "Types", 0},
                            {"TopicStatuses", "Statuses", 0},
                            {"Priorities", "Priorities", 0},
                            {"TopicLabels", "LabelList", 0},
                            {"Users", "Users", 0}},
                           {}};
    rules["Types"] = {{{"TopicType", "#word", 0, kMany}}, {}};
    rules["Statuses"] = {{{"TopicStatus", "#word", 0, kMany}}, {}};
    rules["LabelList"] = {{{"TopicLabel", "#word", 0, kMany}}, {}};
    rules["Users"] = {{{"User", "#word", 0, kMany}}, {}};
    rules["Markup"] = {{{"Header", "Header", 0}, {"Topic", "Topic"}}, {}};
    rules["Header"] = {{{"Files", "Files", 0}}, {}};
    rules["Files"] = {{{"File", "File", 0, kMany}}, {}};
    rules["File"] = {{{"Filename", "#word", 0}, {"Date", "#time", 0}, {"Reference", "#word", 0}},
                     {{"IfcProject", "#ifc", 0},
                      {"IfcSpatialStructureElement", "#ifc", 0},
                      {"IsExternal", "#bool", 0}}};
    rules["Topic"] = {{{"Title", "#word"},
                       {"Priority", "#word", 0},
                       {"Index", "#int", 0},
                       {"Labels", "Labels", 0},
                       {"CreationDate", "#time"},
                       {"CreationAuthor", "#word"},
                       {"Description", "#word", 0},
                       {"DocumentReferences", "Documents", 0},
                       {"Viewpoints", "Viewpoints", 0}},
                      {{"Guid", "#guid"}, {"TopicType", "#word"}, {"TopicStatus", "#word"}}};
    rules["Labels"] = {{{"Label", "#word", 0, kMany}}, {}};
    rules["Documents"] = {{{"DocumentReference", "Document", 0, kMany}}, {}};
    rules["Document"] = {{{"Url", "#word", 0}, {"Description", "#word", 0}}, {{"Guid", "#guid"}}};
    rules["Viewpoints"] = {{{"ViewPoint", "ViewPoint", 0, kMany}}, {}};
    rules["VisualizationInfo"] = {{{"Components", "Components", 0},
                                   {"OrthogonalCamera", "Camera"},
                                   {"ClippingPlanes", "Planes", 0}},
                                  {{"Guid", "#guid"}}};
    rules["Components"] = {{{"Selection", "Selection", 0}, {"Visibility", "Visibility", 0}}, {}};
    rules["Visibility"] = {{{"ViewSetupHints", "Hints", 0}}, {{"DefaultVisibility", "#bool", 0}}};
    rules["Camera"] = {{{"CameraViewPoint", "Point"},
                        {"CameraDirection", "Point"},
                        {"CameraUpVector", "Point"},
                        {"ViewToWorldScale", "#double"},
                        {"AspectRatio", "#double"}},
                       {}};
    return rules;
  }();
  return is_new ? kNew : kOld;
}

// As a pattern in which h is a hexadecimal digit in lower case and 9 a digit.
inline bool looks_like(const std::string& text, const std::string& pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    const bool fits = pattern[i] == 'h'   ? is_digit || (text[i] >= 'a' && text[i] <= 'f')
                      : pattern[i] == '9' ? is_digit
                                          : text[i] == pattern[i];
    if (!fits) return false;
  }
  return true;
}

inline bool is_of_kind(const std::string& text, const std::string& kind) {
  const auto only = [&](const char* letters) {
    return !text.empty() && text.find_first_not_of(letters) == std::string::npos;
  };
  if (kind == "#guid") return looks_like(text, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh");
  if (kind == "#ifc") {
    return text.size() == 22 &&
           only("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$");
  }
  if (kind == "#time") return looks_like(text, "9999-99-99T99:99:99Z");
  if (kind == "#double") return only("0123456789.-e+");
  if (kind == "#int") return only("0123456789");
  if (kind == "#bool") return text == "true" || text == "false";
  if (kind == "#word") return text.find_first_not_of(" \t\n\r") != std::string::npos;
  return true;
}

// What is against the rules, each with its element; empty: nothing.
inline std::string wrong_in(pugi::xml_node node, const std::string& kind, const BcfRules& rules) {
  const std::string here = std::string(node.name()) + ": ";
  const auto found = rules.find(kind);
  if (found == rules.end()) {
    if (node.first_attribute() ||
        node.find_child([](pugi::xml_node child) { return child.type() == pugi::node_element; }))
      return here + "holds more than text\n";
    return is_of_kind(node.text().get(), kind) ? "" : here + node.text().get() + "\n";
  }
  std::string wrong;
  std::set<std::string> known;
  for (const BcfSlot& slot : found->second.attributes) {
    known.insert(slot.name);
    const pugi::xml_attribute own = node.attribute(slot.name.c_str());
    if (!own && slot.least > 0) wrong += here + "no " + slot.name + "\n";
    if (own && !is_of_kind(own.value(), slot.kind)) wrong += here + own.value() + "\n";
  }
  for (const pugi::xml_attribute own : node.attributes()) {
    if (!known.contains(own.name())) wrong += here + "unknown " + own.name() + "\n";
  }
  pugi::xml_node child = node.first_child();
  for (const BcfSlot& slot : found->second.children) {
    int count = 0;
    for (; child && slot.name == child.name(); child = child.next_sibling(), ++count) {
      wrong += wrong_in(child, slot.kind, rules);
    }
    if (count < slot.least || count > slot.most)
      wrong += here + "wrong number of " + slot.name + "\n";
  }
  if (child) wrong += here + child.name() + " out of place\n";
  return wrong;
}

// All that is wrong with a file: its structure, and files that are named but absent or the reverse.
inline std::string wrong_in_bcf(const std::string& bytes, bool is_new) {
  const auto files = files_of_zip(bytes);
  if (files.empty()) return "no zip\n";
  std::string wrong;
  std::set<std::string> expected = {"bcf.version", "project.bcfp"}, guids;
  if (is_new) expected.insert("extensions.xml");
  const auto load = [&](const std::string& name, const std::string& root,
                        pugi::xml_document& document) {
    const auto file = files.find(name);
    if (file == files.end()) {
      wrong += name + " is not there\n";
    } else if (!document.load_buffer(file->second.data(), file->second.size()) ||
               std::string(document.document_element().name()) != root) {
      wrong += name + " is no " + root + "\n";
    } else {
      const std::string inside = wrong_in(document.document_element(), root, bcf_rules(is_new));
      if (!inside.empty()) wrong += name + "\n" + inside;
    }
    return document.document_element();
  };
  pugi::xml_document version, project, extensions;
  const std::string number = load("bcf.version", "Version", version).attribute("VersionId").value();
  if (number != (is_new ? "3.0" : "2.1")) wrong += "version " + number + "\n";
  load("project.bcfp", is_new ? "ProjectInfo" : "ProjectExtension", project);
  std::set<std::string> words;
  if (is_new) {
    for (const auto& list : load("extensions.xml", "Extensions", extensions).children()) {
      for (const auto& one : list.children()) {
        words.insert(std::string(one.name()) + " " + one.text().get());
      }
    }
  }
  for (const auto& [name, content] : files) {
    if (!name.ends_with("/")) continue;
    pugi::xml_document markup;
    const pugi::xml_node root = load(name + "markup.bcf", "Markup", markup);
    const pugi::xml_node topic = root.child("Topic");
    expected.insert(name);
    expected.insert(name + "markup.bcf");
    if (topic.attribute("Guid").value() + std::string("/") != name)
      wrong += name + " is not its GUID\n";
    const pugi::xml_node views = is_new ? topic.child("Viewpoints") : root;
    for (const pugi::xml_node view : views.children(is_new ? "ViewPoint" : "Viewpoints")) {
      pugi::xml_document look;
      const std::string file = name + view.child("Viewpoint").text().get();
      const std::string own = load(file, "VisualizationInfo", look).attribute("Guid").value();
      if (own != view.attribute("Guid").value() || !guids.insert(own).second)
        wrong += file + " has another GUID\n";
      expected.insert(file);
      const std::string picture = name + view.child("Snapshot").text().get();
      expected.insert(picture);
      const auto png = files.find(picture);
      if (png == files.end() || !png->second.starts_with("\x89PNG")) wrong += picture + "\n";
    }
    if (!is_new) continue;
    for (const auto& [kind, word] : std::map<std::string, std::string>{
             {"TopicType ", topic.attribute("TopicType").value()},
             {"TopicStatus ", topic.attribute("TopicStatus").value()},
             {"TopicLabel ", topic.child("Labels").child("Label").text().get()},
             {"User ", topic.child("CreationAuthor").text().get()}}) {
      if (!words.contains(kind + word)) wrong += kind + word + " is not in extensions.xml\n";
    }
  }
  for (const auto& [name, content] : files) {
    if (!expected.contains(name)) wrong += name + " is named nowhere\n";
  }
  return wrong;
}

}  // namespace trefpunt
