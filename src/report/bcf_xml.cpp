// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "report/bcf.h"
#include "report/bcf_view.h"
#include "report/markup.h"
#include "report/zip.h"

namespace trefpunt {

namespace {

constexpr const char* kBcfAuthor = "Trefpunt";

using XmlNode = pugi::xml_node;

XmlNode xml_add(XmlNode parent, const char* name) {
  return parent.append_child(name);
}

// XML 1.0 has no place for control characters, however escaped.
XmlNode xml_add(XmlNode parent, const char* name, const std::string& words) {
  XmlNode node = parent.append_child(name);
  node.text().set(cleaned(words).c_str());
  return node;
}

XmlNode xml_add(XmlNode parent, const char* name, double number) {
  return xml_add(parent, name, fmt::format("{}", number));
}

void xml_set(XmlNode node, const char* name, const std::string& words) {
  node.append_attribute(name).set_value(cleaned(words).c_str());
}

std::string xml_text(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

// The declaration stands in front.
XmlNode xml_root(pugi::xml_document& document, const char* name) {
  XmlNode declaration = document.append_child(pugi::node_declaration);
  xml_set(declaration, "version", "1.0");
  xml_set(declaration, "encoding", "UTF-8");
  return document.append_child(name);
}

// In 3.0 a list has an element around it.
XmlNode xml_list(XmlNode parent, const char* name, BcfVersion version) {
  return version == BcfVersion::V30 ? xml_add(parent, name) : parent;
}

std::string version_xml(BcfVersion version) {
  pugi::xml_document document;
  const std::string number = version == BcfVersion::V30 ? "3.0" : "2.1";
  const XmlNode root = xml_root(document, "Version");
  xml_set(root, "VersionId", number);
  if (version == BcfVersion::V21) xml_add(root, "DetailedVersion", number);
  return xml_text(document);
}

std::string project_xml(const BcfProject& project, BcfVersion version) {
  pugi::xml_document document;
  const bool is_new = version == BcfVersion::V30;
  const XmlNode root = xml_root(document, is_new ? "ProjectInfo" : "ProjectExtension");
  const XmlNode own = xml_add(root, "Project");
  xml_set(own, "ProjectId", project.guid);
  if (!project.name.empty()) xml_add(own, "Name", project.name);
  if (!is_new) xml_add(root, "ExtensionSchema");
  return xml_text(document);
}

std::string extensions_xml(const BcfProject& project) {
  pugi::xml_document document;
  const XmlNode root = xml_root(document, "Extensions");
  const auto list = [&](const char* name, const char* one, const std::vector<std::string>& words) {
    const XmlNode all = xml_add(root, name);
    for (const std::string& word : words) xml_add(all, one, word);
  };
  list("TopicTypes", "TopicType", project.types);
  list("TopicStatuses", "TopicStatus", project.statuses);
  list("TopicLabels", "TopicLabel", project.labels);
  list("Users", "User", {kBcfAuthor});
  return xml_text(document);
}

// The first names are those that every tool looks for.
std::string bcf_file_name(const char* name, std::size_t index, const char* extension) {
  return index == 0 ? fmt::format("{}.{}", name, extension)
                    : fmt::format("{}-{}.{}", name, index + 1, extension);
}

void add_header(XmlNode root, const BcfProject& project, const BcfTopic& topic,
                BcfVersion version) {
  if (project.models.empty()) return;
  const XmlNode files = xml_list(xml_add(root, "Header"), "Files", version);
  for (const std::string& name : project.models) {
    const XmlNode file = xml_add(files, "File");
    if (topic.views.size() == 1 && !topic.views.front().storey.empty()) {
      xml_set(file, "IfcSpatialStructureElement", topic.views.front().storey);
    }
    xml_add(file, "Filename", name);
  }
}

void add_documents(XmlNode node, const BcfTopic& topic, BcfVersion version) {
  if (topic.documents.empty()) return;
  const bool is_new = version == BcfVersion::V30;
  const XmlNode list = xml_list(node, "DocumentReferences", version);
  for (const BcfDocument& one : topic.documents) {
    const XmlNode reference = xml_add(list, "DocumentReference");
    xml_set(reference, "Guid", one.guid);
    if (!is_new) xml_set(reference, "isExternal", "true");
    xml_add(reference, is_new ? "Url" : "ReferencedDocument", one.url);
    xml_add(reference, "Description", one.name);
  }
}

void add_views(XmlNode parent, const BcfTopic& topic, BcfVersion version) {
  const bool is_new = version == BcfVersion::V30;
  if (topic.views.empty()) return;
  const XmlNode list = xml_list(parent, "Viewpoints", version);
  for (std::size_t i = 0; i < topic.views.size(); ++i) {
    const XmlNode view = xml_add(list, is_new ? "ViewPoint" : "Viewpoints");
    xml_set(view, "Guid", topic.views[i].guid);
    xml_add(view, "Viewpoint", bcf_file_name("viewpoint", i, "bcfv"));
    if (!topic.views[i].snapshot.empty())
      xml_add(view, "Snapshot", bcf_file_name("snapshot", i, "png"));
    xml_add(view, "Index", fmt::format("{}", i));
  }
}

std::string markup_xml(const BcfProject& project, const BcfTopic& topic, BcfVersion version) {
  pugi::xml_document document;
  const bool is_new = version == BcfVersion::V30;
  const XmlNode root = xml_root(document, "Markup");
  add_header(root, project, topic, version);
  const XmlNode node = xml_add(root, "Topic");
  xml_set(node, "Guid", topic.guid);
  xml_set(node, "TopicType", topic.type);
  xml_set(node, "TopicStatus", topic.status);
  xml_add(node, "Title", topic.title);
  xml_add(xml_list(node, "Labels", version), is_new ? "Label" : "Labels", topic.label);
  xml_add(node, "CreationDate", project.date + "T00:00:00Z");
  xml_add(node, "CreationAuthor", kBcfAuthor);
  xml_add(node, "Description", topic.description);
  add_documents(node, topic, version);
  add_views(is_new ? node : root, topic, version);
  return xml_text(document);
}

void xml_point(XmlNode parent, const char* name, double x, double y, double z) {
  const XmlNode point = xml_add(parent, name);
  xml_add(point, "X", x);
  xml_add(point, "Y", y);
  xml_add(point, "Z", z);
}

std::string view_xml(const BcfView& view, BcfVersion version) {
  pugi::xml_document document;
  const bool is_new = version == BcfVersion::V30;
  const XmlNode root = xml_root(document, "VisualizationInfo");
  xml_set(root, "Guid", view.guid);
  const auto add_hints = [&](XmlNode parent) {
    if (view.shows_spaces) xml_set(xml_add(parent, "ViewSetupHints"), "SpacesVisible", "true");
  };
  if (!view.components.empty()) {
    const XmlNode components = xml_add(root, "Components");
    if (!is_new) add_hints(components);
    const XmlNode selection = xml_add(components, "Selection");
    for (const std::string& id : view.components)
      xml_set(xml_add(selection, "Component"), "IfcGuid", id);
    const XmlNode visibility = xml_add(components, "Visibility");
    xml_set(visibility, "DefaultVisibility", "true");
    if (is_new) add_hints(visibility);
  }
  const XmlNode camera = xml_add(root, "OrthogonalCamera");
  xml_point(camera, "CameraViewPoint", view.middle.x, view.middle.y, view.eye);
  xml_point(camera, "CameraDirection", 0, 0, -1);
  xml_point(camera, "CameraUpVector", 0, 1, 0);
  xml_add(camera, "ViewToWorldScale", view.size);
  if (is_new) xml_add(camera, "AspectRatio", kBcfAspect);
  if (view.cut) {
    // The direction points to what is not shown.
    const XmlNode plane = xml_add(xml_add(root, "ClippingPlanes"), "ClippingPlane");
    xml_point(plane, "Location", view.middle.x, view.middle.y, *view.cut);
    xml_point(plane, "Direction", 0, 0, 1);
  }
  return xml_text(document);
}

}  // namespace

std::string bcf_of(const BcfProject& project, BcfVersion version) {
  std::vector<ZipEntry> files = {{"bcf.version", version_xml(version)},
                                 {"project.bcfp", project_xml(project, version)}};
  if (version == BcfVersion::V30) files.push_back({"extensions.xml", extensions_xml(project)});
  for (const BcfTopic& topic : project.topics) {
    const std::string folder = topic.guid + "/";
    files.push_back({folder, ""});
    files.push_back({folder + "markup.bcf", markup_xml(project, topic, version)});
    for (std::size_t i = 0; i < topic.views.size(); ++i) {
      const BcfView& view = topic.views[i];
      files.push_back({folder + bcf_file_name("viewpoint", i, "bcfv"), view_xml(view, version)});
      if (view.snapshot.empty()) continue;
      files.push_back({folder + bcf_file_name("snapshot", i, "png"), view.snapshot});
    }
  }
  return zip_of(files);
}

}  // namespace trefpunt
